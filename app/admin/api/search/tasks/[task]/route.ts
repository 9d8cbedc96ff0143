import { idOf, staffEndpoint } from "#modules/access/action.ts";
import { answerTask, assignTask, dismissTask } from "#modules/searchlog/commands/tasks.ts";
import { taskActInput } from "#modules/searchlog/schema.ts";

/** Gives a question to somebody, answers it, or says why it needs no answer. */
export const POST = staffEndpoint(taskActInput, ({ ctx, input }, { task }: { task: string }) => {
  const id = idOf(task);
  switch (input.act) {
    case "assign":
      return assignTask(ctx, id, input);
    case "answer":
      return answerTask(ctx, id, input);
    case "dismiss":
      return dismissTask(ctx, id, input);
  }
});
