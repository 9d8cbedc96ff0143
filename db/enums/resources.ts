/** Words of the information resource base. Plain constants: a browser may import this file. */
export const RESOURCE_TYPES = [
  "article",
  "link",
  "policy",
  "interpretation",
  "leader",
  "organisation",
  "service",
  "dataset",
  "video",
  "gallery",
  "qa",
  "interview",
  "topic",
] as const;
export type ResourceType = (typeof RESOURCE_TYPES)[number];

export const RESOURCE_STATES = ["active", "archived", "deleted", "destroyed"] as const;
export type ResourceState = (typeof RESOURCE_STATES)[number];

/** 现行 · 已修改 · 部分失效 · 废止 · 过期. */
export const VALIDITIES = ["current", "amended", "partly-void", "repealed", "expired"] as const;
export type Validity = (typeof VALIDITIES)[number];

export const EDITION_STATES = [
  "draft",
  "in_review",
  "returned",
  "approved",
  "released",
  "superseded",
] as const;
export type EditionState = (typeof EDITION_STATES)[number];

/**
 * What a file is to an edition: in the list beside the text, a picture in it, a film or attachment in
 * it, the picture of a list.
 */
export const ASSET_ROLES = ["attachment", "image", "embedded", "thumb"] as const;
export type AssetRole = (typeof ASSET_ROLES)[number];

export const PLACEMENT_MODES = ["original", "reference", "copy"] as const;
export type PlacementMode = (typeof PLACEMENT_MODES)[number];

export const PLACEMENT_STATES = [
  "requested",
  "accepted",
  "refused",
  "scheduled",
  "live",
  "withdrawn",
  "expired",
  "moved",
] as const;
export type PlacementState = (typeof PLACEMENT_STATES)[number];

/** Acts of an edition's way through review. */
export const REVIEW_ACTS = ["submit", "recall", "return", "approve", "release"] as const;
export type ReviewAct = (typeof REVIEW_ACTS)[number];
