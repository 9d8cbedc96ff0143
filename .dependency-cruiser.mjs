/**
 * The house's import rules: app → modules → db; themes → components → lib. Each comment says where
 * the code should go instead. Type-only imports are free where noted, because they erase.
 * scripts/check-walls.ts runs these and adds the two rules that need the whole graph (cycles between
 * modules, .tsx reached by a plain Node process).
 */
import tiers from "./.ci/tiers.json" with { type: "json" };

const values = { dependencyTypesNot: ["type-only"] };
const tests = "\\.(test|spec)\\.tsx?$";
const product =
  "^(app|modules|components|db|themes|lib|gateway|worker|middleware\\.ts|instrumentation\\.ts)";
const frontDoor = "(schema|domain|policy|events|queries|commands)(/|\\.ts$)";
const accessDoor = "^modules/access/(context|session|action|password)\\.ts$";

const rule = (name, comment, from, to) => ({ name, severity: "error", comment, from, to });

/** One rule per tier but the last: nothing in it imports a module of a tier above. */
const tierRules = Object.entries(tiers)
  .map(([tier, names], index, all) => ({
    tier,
    names,
    above: all.slice(index + 1).flatMap(([, higher]) => higher),
  }))
  .filter(({ above }) => above.length > 0)
  .map(({ tier, names, above }) =>
    rule(
      `tier-${tier}`,
      `A ${tier} module never imports from a tier above it (.ci/tiers.json): emit an event and let the higher module follow it in modules/reactions.ts.`,
      { path: `^modules/(${names.join("|")})/` },
      { path: `^modules/(${above.join("|")})/` },
    ),
  );

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    rule(
      "no-cycles",
      "Two files need each other: move what they share down, or split the file.",
      {},
      { circular: true, viaOnly: values },
    ),
    rule(
      "everything-resolves",
      "This import leads nowhere. Inside the house write `#folder/file.ts` or `./file.ts`, with the extension.",
      { path: product },
      { couldNotResolve: true },
    ),
    rule(
      "app-is-the-top",
      "Nothing imports app/. Shared code belongs in modules/, components/ or lib/.",
      { pathNot: "^app/" },
      { path: "^app/" },
    ),
    rule(
      "pages-go-through-the-gate",
      "Pages read through loaders and write through actions, so session and site are proven once. Types are free.",
      { path: "^(app/|middleware\\.ts)", pathNot: ["^app/api/", "/route\\.ts$", tests] },
      { path: ["^db/(?!enums/)", "^modules/.*/(queries|commands)(/|\\.ts$)"], ...values },
    ),
    rule(
      "api-has-its-own-gate",
      "app/api authenticates by key or signature and calls queries and commands; loaders and actions assume a session.",
      { path: "^app/api/", pathNot: tests },
      { path: "^modules/.*/(loaders|actions)(/|\\.ts$)", ...values },
    ),
    rule(
      "only-queries-and-commands-touch-the-db",
      "SQL lives in a module's queries and commands (and in modules/access/session.ts). db/enums is open to all, db/testing to tests.",
      {
        path: "^(app|modules|components|lib|themes|middleware\\.ts|instrumentation\\.ts)",
        pathNot: [
          "^modules/.*/(queries|commands)(/|\\.ts$)",
          "^modules/access/session\\.ts$",
          tests,
        ],
      },
      { path: "^db/", pathNot: "^db/enums/", ...values },
    ),
    rule(
      "test-helpers-are-for-tests",
      "A testing/ folder makes rows and inputs for tests. What the product needs has a place of its own.",
      { path: product, pathNot: [tests, "/testing/"] },
      { path: "^[a-z].*/testing/", pathNot: "node_modules" },
    ),
    rule(
      "write-only-your-own-tables",
      "Join across modules in queries; to change another module's rows, call its command or emit an event.",
      { path: "^modules/([^/]+)(/|/.*/)commands(/|\\.ts$)", pathNot: tests },
      { path: "^db/schema/", pathNot: "^db/schema/($1|_kernel)(/|\\.ts$)", ...values },
    ),
    rule(
      "modules-meet-at-the-front-door",
      "From another module import only schema, domain, policy, events, queries, commands (and access/context, session, action, password). Screens that mix modules are composed in app/.",
      { path: "^modules/([^/]+)/" },
      {
        path: "^modules/[^/]+/",
        pathNot: [
          "^modules/$1/",
          `^modules/[^/]+(/|/.*/)${frontDoor}`,
          accessDoor,
          "^modules/[^/]+/reactions(/|\\.ts$)",
        ],
      },
    ),
    rule(
      "processes-use-the-front-door",
      "gateway, worker, scripts and bench use a module's queries, commands and what these take; the worker also modules/reactions.ts.",
      {
        path: "^(gateway|worker|scripts|bench)/",
        pathNot: tests,
      },
      {
        path: "^modules/",
        pathNot: [`^modules/[^/]+(/|/.*/)${frontDoor}`, accessDoor, "^modules/reactions\\.ts$"],
        ...values,
      },
    ),
    rule(
      "reactions-are-listed-once",
      "Who follows which event is written in modules/reactions.ts and nowhere else.",
      {
        path: ".",
        pathNot: ["^modules/reactions(\\.test)?\\.ts$", tests, "^modules/[^/]+(/|/.*/)reactions/"],
      },
      { path: "^modules/[^/]+(/|/.*/)reactions(/|\\.ts$)" },
    ),
    ...tierRules,
    rule(
      "domain-is-pure",
      "domain, policy, schema and events take values and return values: no database, no Next, no React, no other layer.",
      { path: "^modules/.*/(domain|policy|schema|events)(/|\\.ts$)", pathNot: tests },
      {
        path: [
          "^(db/(?!enums/)|app/|components/|themes/|gateway/|worker/)",
          "node_modules/(next|react|react-dom|drizzle-orm|postgres|pg-boss|server-only)/",
          "^modules/.*/(queries|commands|loaders|actions|reactions)(/|\\.ts$)",
          "^modules/access/(session|action|password)\\.ts$",
        ],
        ...values,
      },
    ),
    rule(
      "themes-only-draw",
      "A theme turns a view into HTML. It knows themes/contract, components, and of lib: format, richtext, i18n, routing/variant.",
      { path: "^themes/", pathNot: tests },
      {
        path: "^(app|modules|db|gateway|worker|scripts|bench|lib/(?!format/|richtext/|i18n/|routing/variant\\.ts$))",
      },
    ),
    rule(
      "modules-hand-out-views",
      "A module fills a view of themes/contract.ts; app/ gives it to the family that draws it.",
      { path: "^modules/" },
      { path: "^themes/.*\\.tsx$" },
    ),
    rule(
      "citizen-pages-carry-no-framework",
      "Citizen pages are HTML first: plain <a> and <img>, scripts marked data-keep. next/link and its like ship the runtime.",
      { path: "^(themes|app/sites)/" },
      { path: "node_modules/next/(link|image|dynamic|script|form|font)", ...values },
    ),
    rule(
      "components-could-ship-elsewhere",
      "components/ is domain-free. What knows a module's words lives in that module's components/.",
      { path: "^components/" },
      { path: "^(app|modules|db|themes|gateway|worker|scripts|bench)/" },
    ),
    rule(
      "lib-is-the-floor",
      "lib/ knows no domain. If it needs a module it is part of one (sessions live in modules/access).",
      { path: "^lib/" },
      { path: "^(app|modules|components|themes|gateway|worker|scripts|bench|db/(?!enums/))" },
    ),
    rule(
      "db-knows-no-one",
      "db/ is tables, enums, migrations, the client, the embedded server and test helpers. Of the house it knows lib.",
      // Scenes of tests are made by the modules' own commands.
      { path: "^db/", pathNot: ["^db/testing/", tests] },
      { path: "^(app|modules|components|themes|gateway|worker|scripts|bench)/" },
    ),
    rule(
      "processes-stand-apart",
      "gateway and worker are processes: nobody imports them but their tests and bench, and they import no pages, themes, components, nor each other.",
      {
        path: "^(app|modules|components|db|themes|lib|middleware\\.ts|instrumentation\\.ts|gateway|worker|scripts)",
        pathNot: tests,
      },
      { path: "^(gateway|worker)/", pathNot: "^$1/" },
    ),
    rule(
      "processes-draw-nothing",
      "A page is drawn by Next alone. What a process needs of a page belongs in lib/ or modules/.",
      { path: "^(gateway|worker)/" },
      { path: "^(app|themes|components)/" },
    ),
    rule(
      "processes-leave-tables-alone",
      "gateway and worker may hold the client (LISTEN, pools); rows are read and changed by a module's queries and commands.",
      { path: "^(gateway|worker)/", pathNot: tests },
      { path: "^db/schema/", ...values },
    ),
    rule(
      "plain-node-reads-no-tsx",
      "gateway, worker, scripts and bench run without a build, and Node cannot read .tsx. Put the shared part in a .ts file.",
      {
        path: "^(gateway|worker|scripts|bench|db|lib)/|^modules/.*/(schema|domain|policy|events|queries|commands|reactions)(/|\\.ts$)",
        pathNot: tests,
      },
      { path: "\\.tsx$", ...values },
    ),
    rule(
      "product-needs-no-tools",
      "scripts, bench and e2e serve the product; the product never imports them.",
      { path: product },
      { path: "^(scripts|bench|e2e|\\.ci)/" },
    ),
    rule(
      "product-needs-no-dev-packages",
      "`npm start` may install without devDependencies: move the package to dependencies or the import into a test.",
      { path: product, pathNot: [tests, "/testing/", "\\.examples\\.tsx$"] },
      { dependencyTypes: ["npm-dev"], ...values },
    ),
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^|/)\\.next" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "node", "types", "default"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
