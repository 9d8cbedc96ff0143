import type { AddressInfo, Socket } from "node:net";
import { createServer } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Upstream } from "#gateway/upstream.ts";

const closers: (() => void)[] = [];
afterEach(() => {
  for (const close of closers.splice(0)) close();
});

const ANSWER = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\n\r\ndrawn";

/** Stands for next. `heard` is told what a connection has been asked before this question. */
async function serving(heard: (socket: Socket, before: number) => void): Promise<Upstream> {
  const server = createServer((socket) => {
    let before = 0;
    socket.on("error", () => {});
    socket.on("data", () => {
      heard(socket, before);
      before += 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "localhost", resolve));
  closers.push(() => server.close());
  // safe because it listens on a port
  return new Upstream((server.address() as AddressInfo).port, "secret");
}

const draw = async (upstream: Upstream) =>
  (await upstream.draw("a.example", "/", "epoch")).body.toString();

test("a connection that was closed while it rested is not the reader's trouble", async () => {
  let connections = 0;
  const upstream = await serving((socket, before) => {
    if (before === 0) connections += 1;
    if (before === 0) socket.write(ANSWER);
    else socket.resetAndDestroy();
  });
  expect(await draw(upstream)).toBe("drawn");
  expect(await draw(upstream)).toBe("drawn");
  expect(connections).toBe(2);
});

test("a process that dies of a question is not asked it again", async () => {
  let questions = 0;
  const upstream = await serving((socket) => {
    questions += 1;
    socket.resetAndDestroy();
  });
  await expect(draw(upstream)).rejects.toThrow("ECONNRESET");
  expect(questions).toBe(1);
});

test("an answer that breaks off is not asked for again", async () => {
  let questions = 0;
  const upstream = await serving((socket, before) => {
    questions += 1;
    if (before === 0) socket.write(ANSWER);
    else socket.write(ANSWER.slice(0, -2), () => socket.resetAndDestroy());
  });
  await draw(upstream);
  await expect(draw(upstream)).rejects.toThrow();
  expect(questions).toBe(2);
});
