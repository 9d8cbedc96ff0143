/** 信息员 · 审核员 · 站点管理员 · 超级管理员. */
export const ROLES = ["author", "reviewer", "site-admin", "super-admin"] as const;
export type Role = (typeof ROLES)[number];

export const SCOPE_KINDS = ["platform", "site", "column"] as const;
export type ScopeKind = (typeof SCOPE_KINDS)[number];
