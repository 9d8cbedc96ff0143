/**
 * Whole answers, head and body in one buffer, for pages that are asked for again and again. Node
 * builds a head anew for every answer and sends it apart from the body; that is a third of what a
 * page from memory costs (measured by `bench pages`, docs/adr tells).
 */
import type { ServerResponse } from "node:http";

/** How long an idle connection of a client stays open; every answer says so. */
export const KEEP_ALIVE_SECONDS = 65;

/** Buffers kept; beyond that all go, and the pages that are still asked for come back. */
const MAX_READY = 2_000;

/** What Node keeps of a head that is already written. Its own names: Node is pinned, ready.test.ts proves it. */
type Written = { _header: string; _headerSent: boolean };

export class ReadyAnswers {
  private readonly answers = new Map<readonly string[], Buffer>();
  private date = "";
  private second = -1;

  private refreshDate(): void {
    const second = Math.floor(performance.now() / 1_000);
    if (second === this.second) return;
    this.second = second;
    this.date = new Date().toUTCString();
    // Each answer carries the date: they are made anew when it changes.
    this.answers.clear();
  }

  /** The answer of a page: `head` is its ready-made list of headers, and names it. */
  private answer(head: readonly string[], body: Buffer): Buffer {
    this.refreshDate();
    const held = this.answers.get(head);
    if (held) return held;
    const lines = ["HTTP/1.1 200 OK"];
    for (let at = 0; at < head.length; at += 2) lines.push(`${head[at]}: ${head[at + 1]}`);
    const stays = `Keep-Alive: timeout=${KEEP_ALIVE_SECONDS}`;
    lines.push(`Date: ${this.date}`, "Connection: keep-alive", stays, "", "");
    const made = Buffer.concat([Buffer.from(lines.join("\r\n"), "latin1"), body]);
    if (this.answers.size >= MAX_READY) this.answers.clear();
    this.answers.set(head, made);
    return made;
  }

  /** Sends a page of status 200 to a GET whose connection stays open. */
  send(response: ServerResponse, head: readonly string[], body: Buffer): void {
    const written = response as unknown as Written;
    written._header = " ";
    written._headerSent = true;
    response.end(this.answer(head, body));
  }
}
