import type { SearchChannel } from "#db/enums/searchlog.ts";

/** What robots and tools call themselves; a browser names none of these. */
const ROBOT =
  /bot\b|spider|crawl|slurp|headless|phantom|curl|wget|python|java\/|okhttp|go-http|httpclient|axios|node-fetch|scrapy|monitor|preview|(?:^|\s)(?:sogou|baidu|yandex|bing)/i;
const BROWSER = /mozilla\/|opera\//i;

/** Who asks: programs by their address, robots by what they say of themselves or do not say. */
export function channelOf(userAgent: string | undefined, isForPrograms: boolean): SearchChannel {
  if (isForPrograms) return "program";
  const isPerson = userAgent !== undefined && BROWSER.test(userAgent) && !ROBOT.test(userAgent);
  return isPerson ? "person" : "robot";
}
