/** The themes we ship, as data: this file draws nothing and loads in plain Node. */
import type { Theme } from "#themes/contract.ts";

export const THEMES = [
  {
    code: "zhongzhou-red",
    name: "中轴·庄重红",
    family: "zhongzhou",
    brand: { main: "#A8171C", aux1: "#8C6A1E", aux2: null },
  },
  {
    code: "zhongzhou-blue",
    name: "中轴·藏青",
    family: "zhongzhou",
    brand: { main: "#173F73", aux1: "#8C6A1E", aux2: null },
  },
  {
    code: "zhongzhou-pine",
    name: "中轴·松绿",
    family: "zhongzhou",
    brand: { main: "#1D5B43", aux1: "#8C6A1E", aux2: null },
  },
  {
    code: "zhongzhou-plum",
    name: "中轴·绛紫",
    family: "zhongzhou",
    brand: { main: "#5B2A55", aux1: "#8C6A1E", aux2: null },
  },
  {
    code: "fuwutai-blue",
    name: "服务台·政务蓝",
    family: "fuwutai",
    brand: { main: "#0B57A4", aux1: "#C2410C", aux2: null },
  },
  {
    code: "fuwutai-teal",
    name: "服务台·湖青",
    family: "fuwutai",
    brand: { main: "#0B6470", aux1: "#B45309", aux2: null },
  },
  {
    code: "fuwutai-indigo",
    name: "服务台·靛蓝",
    family: "fuwutai",
    brand: { main: "#33418F", aux1: "#C2410C", aux2: null },
  },
] as const satisfies readonly Theme[];

export type ThemeCode = (typeof THEMES)[number]["code"];

/** Codes of the families the themes above are drawn by; each has `themes/<code>/family.css`. */
export const FAMILY_CODES: readonly string[] = [...new Set(THEMES.map((theme) => theme.family))];

export function themeByCode(code: string): Theme | null {
  return THEMES.find((theme) => theme.code === code) ?? null;
}
