/** Who asks the search: a person on a page, a robot on a page, a program by the API. */
export const SEARCH_CHANNELS = ["person", "robot", "program"] as const;
export type SearchChannel = (typeof SEARCH_CHANNELS)[number];

export const SEARCH_TASK_STATES = ["open", "answered", "dismissed"] as const;
export type SearchTaskState = (typeof SEARCH_TASK_STATES)[number];

/** Why a question is somebody's task: nothing is found, or nobody opens what is found. */
export const SEARCH_TASK_REASONS = ["no-hits", "no-clicks"] as const;
export type SearchTaskReason = (typeof SEARCH_TASK_REASONS)[number];

/** How a question was answered: something was written, a synonym was kept, a best bet was set. */
export const SEARCH_REMEDIES = ["content", "synonym", "best-bet"] as const;
export type SearchRemedy = (typeof SEARCH_REMEDIES)[number];

export const HOT_CHOICES = ["pin", "hide"] as const;
export type HotChoice = (typeof HOT_CHOICES)[number];
