import { afterAll } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { contractOf } from "./contract.ts";
import { openSqliteStore } from "./open-store.ts";

const root = mkdtempSync(join(tmpdir(), "study-hub-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

contractOf("SQLite", () => openSqliteStore(join(root, "hub.db")));
