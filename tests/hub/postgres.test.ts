import { afterAll } from "bun:test";
import { contractOf } from "../../src/hub/contract.ts";
import { openPostgresStore } from "../../src/hub/open-store.ts";
import { hasPostgres, type Postgres, startPostgres } from "./postgres.ts";

if (hasPostgres) {
  const server: Postgres = await startPostgres();
  afterAll(() => server.stop());
  contractOf("PostgreSQL", () => openPostgresStore(server.address));
}
