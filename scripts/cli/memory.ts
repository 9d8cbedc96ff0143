import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

const MB = 1024 * 1024;
/** Above this much, what long records left behind is collected at once; V8 alone would wait for more. */
const TIDY_ABOVE_BYTES = { afterLong: 100 * MB, otherwise: 130 * MB };

/**
 * Keeps the process small between two chunks. Costs more than the 50 ms it takes: what nothing uses at that moment is
 * forgotten, with all compiled code that had learnt of it. So it waits where no long records were.
 */
export function tidyMemory({ hadLong }: { hadLong: boolean }): void {
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  const bound = hadLong ? TIDY_ABOVE_BYTES.afterLong : TIDY_ABOVE_BYTES.otherwise;
  if (heapUsed + arrayBuffers > bound) collect();
}
