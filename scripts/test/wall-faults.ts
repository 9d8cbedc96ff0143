import { readme } from "./clean-tree.ts";
import type { Fault } from "./fault.ts";
import { also, fault } from "./fault.ts";

/** A file that imports one name and hands it on. */
function using(path: string, name: string): string {
  return `import { ${name} } from "${path}";\n\nexport const used = ${name};\n`;
}

function wall(rule: string, file: string, text: string, besides?: Record<string, string>): Fault {
  return fault("walls", `${rule}: `, file, text, besides);
}

const TABLES = "#db/schema/resources.ts";
const CLIENT = "#db/client.ts";
const QUERIES = "#modules/columns/queries.ts";
const COMMANDS = "#modules/resources/commands/publish.ts";
const LOADERS = "#modules/resources/loaders.ts";
const FORM = "#modules/resources/components/form.tsx";

export const WALL_FAULTS: Fault[] = [
  wall("no-cycles", "lib/chicken.ts", using("#lib/egg.ts", "egg"), {
    "lib/egg.ts": 'import { used } from "#lib/chicken.ts";\n\nexport const egg = used;\n',
  }),
  {
    ...also("walls", "no-module-cycles: ", "interviews → surveys → interviews"),
    plant: {
      "modules/interviews/README.md": readme("interviews"),
      "modules/interviews/domain.ts": using("#modules/surveys/policy.ts", "used"),
      "modules/interviews/events.ts": "export const heard = 1;\n",
      "modules/surveys/README.md": readme("surveys"),
      "modules/surveys/policy.ts": "export const used = 1;\n",
      "modules/surveys/domain.ts": using("#modules/interviews/events.ts", "heard"),
    },
  },
  wall("everything-resolves", "lib/lost.ts", using("@/lib/logger", "log")),

  wall("app-is-the-top", "modules/search/domain.ts", using("#app/admin/page.tsx", "dynamic")),
  wall("pages-go-through-the-gate", "app/admin/rows.tsx", using(CLIENT, "db")),
  wall("pages-go-through-the-gate", "app/admin/publish.tsx", using(COMMANDS, "publish")),
  wall("pages-go-through-the-gate", "app/sites/columns.ts", using(QUERIES, "listColumns")),
  wall("api-has-its-own-gate", "app/api/v1/list.ts", using(LOADERS, "loadList")),
  wall("only-queries-and-commands-touch-the-db", "modules/columns/loaders.ts", using(CLIENT, "db")),
  wall("only-queries-and-commands-touch-the-db", "app/api/v1/rows.ts", using(CLIENT, "db")),
  wall("only-queries-and-commands-touch-the-db", "components/ui/rows.ts", using(CLIENT, "db")),
  wall(
    "test-helpers-are-for-tests",
    "modules/search/queries.ts",
    using("#db/testing/factories.ts", "buildColumn"),
  ),
  wall("write-only-your-own-tables", "modules/columns/commands.ts", using(TABLES, "resources")),
  wall("write-only-your-own-tables", "modules/search/commands/row.ts", using(TABLES, "resources")),
  wall(
    "write-only-your-own-tables",
    "modules/columns/tree/commands.ts",
    using(TABLES, "resources"),
  ),

  wall("modules-meet-at-the-front-door", "modules/search/policy.ts", using(FORM, "PublishForm")),
  wall("modules-meet-at-the-front-door", "modules/search/loaders.ts", using(LOADERS, "loadList")),
  wall("processes-use-the-front-door", "worker/load.ts", using(LOADERS, "loadList")),
  wall(
    "reactions-are-listed-once",
    "modules/search/schema.ts",
    using("#modules/letters/reactions.ts", "hear"),
    {
      "modules/letters/README.md": readme("letters"),
      "modules/letters/reactions.ts": "export const hear = 1;\n",
    },
  ),
  wall("tier-kernel", "modules/sites/queries.ts", using("#modules/topics/queries.ts", "used"), {
    "modules/sites/README.md": readme("sites"),
  }),
  wall("tier-content", "modules/topics/queries.ts", using("#modules/search/queries.ts", "used"), {
    "modules/topics/README.md": readme("topics"),
  }),
  wall("tier-public", "modules/qa/queries.ts", using("#modules/reports/queries.ts", "count"), {
    "modules/qa/README.md": readme("qa"),
    "modules/reports/README.md": readme("reports"),
    "modules/reports/queries.ts": "export const count = 1;\n",
  }),

  wall("domain-is-pure", "modules/columns/domain.ts", using("next/headers", "cookies")),
  wall("domain-is-pure", "modules/columns/policy.ts", using("./queries.ts", "listColumns")),
  wall("domain-is-pure", "modules/columns/schema.ts", using("#db/schema/columns.ts", "columns")),
  wall("themes-only-draw", "themes/paper/load.ts", using(LOADERS, "loadList")),
  wall("themes-only-draw", "themes/paper/log.ts", using("#lib/logger.ts", "log")),
  wall("themes-only-draw", "themes/paper/rows.ts", using(CLIENT, "db")),
  wall(
    "modules-hand-out-views",
    "modules/columns/actions.ts",
    using("#themes/paper/list.tsx", "List"),
  ),
  wall(
    "citizen-pages-carry-no-framework",
    "themes/paper/link.tsx",
    'import Link from "next/link";\n\nexport const used = Link;\n',
  ),
  wall(
    "components-could-ship-elsewhere",
    "components/ui/badge.tsx",
    using("#modules/resources/domain.ts", "mayShow"),
  ),
  wall("lib-is-the-floor", "lib/state.ts", using("#modules/resources/domain.ts", "mayShow")),
  wall(
    "db-knows-no-one",
    "db/enums/resources.ts",
    using("#modules/resources/domain.ts", "mayShow"),
  ),

  wall("processes-stand-apart", "gateway/jobs.ts", using("#worker/load.ts", "used")),
  wall("processes-stand-apart", "lib/door.ts", using("#gateway/jobs.ts", "used")),
  wall("processes-draw-nothing", "worker/draw.ts", using("#themes/contract.ts", "ListView")),
  wall("processes-leave-tables-alone", "gateway/rows.ts", using(TABLES, "resources")),
  wall("plain-node-reads-no-tsx", "scripts/draw.ts", using("#components/ui/button.tsx", "Button")),
  {
    ...also("walls", "no-tsx-on-the-way: ", "scripts/page.ts → components/ui/way.ts → components"),
    plant: {
      "scripts/page.ts": using("#components/ui/way.ts", "used"),
      "components/ui/way.ts": using("#components/ui/button.tsx", "Button"),
    },
  },
  wall("product-needs-no-tools", "lib/seed.ts", using("#scripts/draw.ts", "used")),
  wall("product-needs-no-dev-packages", "lib/tested.ts", using("vitest", "vi")),
];
