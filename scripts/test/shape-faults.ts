import { lockWith, readme } from "./clean-tree.ts";
import type { Fault } from "./fault.ts";
import { also, fault } from "./fault.ts";

const LINE = "export const used = 1;\n";
const COMMENT = "// One more.\n";
const MESSAGES = "lib/i18n/messages";
const ORIGIN = '{ "only-chinese": "信", "names": "{{a}}", "blank": "空" }\n';
const OLD_PAGE = `See \`modules/gone/queries.ts\`.

And [the door](../gateway/door.ts), or \`npm run nothing\`; \`lib/*/none.ts\`.
`;

/** As npm 11 leaves it when the registry lacks a package for another system. */
const BROKEN_LOCK = {
  "node_modules/swc": {
    version: "1.0.0",
    resolved: "https://registry.example/swc-1.0.0.tgz",
    optionalDependencies: { "swc-darwin-arm64": "1.0.0", "swc-linux-x64": "1.0.0" },
  },
  "node_modules/swc-linux-x64": { version: "1.0.0", os: ["linux"], cpu: ["x64"] },
};

function shape(words: string, file: string, text = LINE): Fault {
  return fault("modules", words, file, text);
}

export const SHAPE_FAULTS: Fault[] = [
  shape("not a word of the vocabulary", "modules/columns/notes.ts"),
  shape("not a word of the vocabulary", "modules/columns/tree/shape.ts"),
  shape("not a word of the vocabulary", "modules/columns/queries.tsx"),
  shape("not a kebab-case .ts or .tsx file", "modules/columns/components/MoveForm.tsx"),
  {
    ...also("modules", "not kebab-case", "modules/columns/Old_tree/"),
    plant: { "modules/columns/Old_tree/domain.ts": LINE },
  },
  {
    ...also("modules", "README.md is missing", "modules/opendata/"),
    plant: { "modules/opendata/domain.ts": LINE },
  },
  shape(
    '"Tables:" is missing',
    "modules/policies/README.md",
    readme("policy").replace("Tables:", ""),
  ),
  also("modules", 'its first line is not "# policies · 名字"', "modules/policies/README.md"),
  {
    ...also("modules", "belongs to no tier", "modules/weather/"),
    plant: { "modules/weather/README.md": readme("weather") },
  },
  shape("only reactions.ts stands outside", "modules/listeners.ts"),
  shape('import "server-only" is missing', "modules/policies/loaders.ts"),
  shape('"use server" must be its first statement', "modules/policies/actions.ts"),
  shape("a drawer", "lib/format/utils.ts"),
  shape("a drawer", "themes/paper/helpers.ts"),
  shape("a drawer", "components/ui/index.ts"),
  shape("401 lines, at most 400", "lib/long.ts", COMMENT.repeat(401)),
  shape("61 lines, at most 60", "app/admin/long/page.tsx", COMMENT.repeat(61)),
  shape("not a word of db", "db/repository.ts"),
  shape("named after no module", "db/schema/weather.ts"),

  fault("citizen", '"use client"', "themes/paper/menu.tsx", `"use client";\n${LINE}`),
  fault("citizen", "<Suspense>", "app/sites/slow.tsx", "export const Slow = () => <Suspense />;\n"),
  fault("citizen", "notFound()", "app/sites/gone.tsx", "export const gone = () => notFound();\n"),
  fault("citizen", "loading.tsx makes Next stream", "app/sites/loading.tsx", LINE),

  fault(
    "messages",
    '"only-chinese" is missing',
    `${MESSAGES}/en/letters.json`,
    '{ "names": "{{b}}", "blank": " ", "only-english": "x" }\n',
    {
      [`${MESSAGES}/zh-CN/letters.json`]: ORIGIN,
      [`${MESSAGES}/zh-Hant/letters.json`]: ORIGIN,
    },
  ),
  also("messages", '"names" has other {{names}}', `${MESSAGES}/en/letters.json`),
  also("messages", '"blank" is empty', `${MESSAGES}/en/letters.json`),
  also("messages", '"only-english" is not in zh-CN', `${MESSAGES}/en/letters.json`),

  fault("docs", "npm run nothing is not a script", "docs/old.md", OLD_PAGE),
  also("docs", "modules/gone/queries.ts does not exist", "docs/old.md:1"),
  also("docs", "../gateway/door.ts does not exist", "docs/old.md:3"),
  also("docs", "lib/*/none.ts does not exist", "docs/old.md:3"),
  {
    ...also("docs", "ballot.ts does not exist", "modules/policies/ballots/README.md:1"),
    plant: { "modules/policies/ballots/README.md": "`ballot.ts`\n" },
  },

  {
    ...also("lock", "stub for", "swc-darwin-arm64"),
    plant: { "package-lock.json": lockWith(BROKEN_LOCK) },
  },
  also("lock", "is for one system: optional", "node_modules/swc-linux-x64"),
  also("lock", "address of a registry", "node_modules/swc:"),
  also("lock", "* in package.json, undefined in the lock", "dependencies.left-pad"),
];
