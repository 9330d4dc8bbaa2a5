/**
 * Properties draw the same cases at every run of `npm test`, so that what failed once fails again and what passed
 * here passes elsewhere. `npm run soak` draws anew each time, and prints the seed of what it finds.
 */
import fc from "fast-check";

if (process.env.STUDY_SOAK === undefined) fc.configureGlobal({ seed: 20261126 });
