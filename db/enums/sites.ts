export const SITE_LEVELS = ["province", "city", "county", "department"] as const;
export type SiteLevel = (typeof SITE_LEVELS)[number];

/** 筹建 · 正常运行 · 临时下线 · 关停 · 迁移 (GL-3.10). */
export const SITE_STATES = ["preparing", "online", "suspended", "closed", "moved"] as const;
export type SiteState = (typeof SITE_STATES)[number];

export const FRESHNESS_CLASSES = ["F14", "F180", "F365", "F90", "F60", "FC", "FX"] as const;
export type FreshnessClass = (typeof FRESHNESS_CLASSES)[number];
