/** Runs `next start` as a child of the supervisor and ends with it. Plain Node, without React's server condition. */
process.on("disconnect", () => process.exit(0));
process.on("SIGINT", () => {});
process.argv.splice(2, 0, "start");
await import("next/dist/bin/next");
