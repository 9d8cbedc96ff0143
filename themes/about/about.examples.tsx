import type { Example } from "#themes/examples/example.ts";
import { CARE, example } from "#themes/examples/example.ts";
import type { Look } from "#themes/examples/frame.ts";
import { leaveView, statementView } from "#themes/examples/views.ts";
import { familyOf } from "#themes/registry.ts";
import type { ThemeCode } from "#themes/themes.ts";

/** Pages about the site itself, in the frame of each family. */
function drawings(theme: ThemeCode): Example[] {
  const { Statement, Leave } = familyOf(theme);
  const drawStatement = (look: Look) => <Statement {...statementView(look)} />;
  const drawLeave = (look: Look) => <Leave {...leaveView(look)} />;
  return [
    example(`statement.${theme}`, drawStatement, { theme }),
    example(`statement.${theme}.zh-hant`, drawStatement, { theme, locale: "zh-Hant" }),
    example(`statement.${theme}.en`, drawStatement, { theme, locale: "en" }),
    example(`statement.${theme}.care`, drawStatement, { theme, variant: CARE }),
    example(`leave.${theme}`, drawLeave, { theme }),
    example(`leave.${theme}.care`, drawLeave, { theme, variant: CARE }),
  ];
}

export const aboutExamples: Example[] = [...drawings("zhongzhou-red"), ...drawings("fuwutai-blue")];
