/**
 * Properties draw the same cases at every run of `npm test`, so that what failed once fails again and what passed
 * here passes elsewhere. `npm run soak` draws anew each time, and prints the seed of what it finds. And the day is the
 * same at every hour: it is noon.
 */
import fc from "fast-check";
import { noonZone } from "./noon.ts";

// The programs and browsers that tests start inherit it.
process.env.TZ = noonZone;

if (process.env.STUDY_SOAK === undefined) fc.configureGlobal({ seed: 20261126 });
