import { contractOf } from "./contract.ts";
import { memoryStore } from "./memory-store.ts";

contractOf("memory", async () => memoryStore());
