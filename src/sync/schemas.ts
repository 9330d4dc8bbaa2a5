/** Schemas of what several files of a sync folder hold. */
import * as v from "valibot";
import { type DeviceId, parseDeviceId } from "../core/time/clock.ts";

export const deviceIdSchema = v.pipe(
  v.string(),
  v.check((text) => parseDeviceId(text) !== null, "must be a device"),
  v.transform((text) => text as DeviceId),
);
