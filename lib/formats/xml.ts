import { SaxesParser } from "saxes";
import {
  declaredCharset,
  decoderFor,
  decodeText,
  isNearlyWhole,
  misdeclaredWords,
} from "./charset.ts";

const MAX_DEPTH = 200;
/** Text between two tags, and the declarations before the first one. */
const MAX_PIECE_CHARACTERS = 8 * 1024 * 1024;

/** XML that is not read on, and where. */
export class XmlProblem extends Error {
  override readonly name = "XmlProblem";
  readonly line: number;

  constructor(line: number, message: string) {
    super(`第 ${line} 行：${message}`);
    this.line = line;
  }
}

/** What to tell of a file that could not be read to its end. */
export const xmlProblem = (error: unknown): string =>
  error instanceof XmlProblem
    ? error.message
    : `文件损坏 the file is damaged (${error instanceof Error ? error.message : "?"})`;

export type XmlTag = { name: string; attributes: Readonly<Record<string, string>> };

export type XmlListener = {
  open: (tag: XmlTag, line: number) => void;
  text: (text: string) => void;
  close: (name: string) => void;
};

type Parser = SaxesParser<{ xmlns: false; position: true }>;

/** A parser that knows the five entities of XML and no other: nothing is ever expanded or fetched. */
function makeParser(listener: XmlListener): Parser {
  const parser = new SaxesParser<{ xmlns: false; position: true }>({
    xmlns: false,
    position: true,
  });
  let depth = 0;
  parser.on("error", ({ message }) => {
    throw new XmlProblem(
      parser.line,
      `XML 写得不对 not well-formed (${message.replace(/^[\d:]+\s*/, "")})`,
    );
  });
  parser.on("doctype", (doctype) => {
    if (/<!ENTITY/i.test(doctype))
      throw new XmlProblem(
        parser.line,
        "文件自己定义实体（XML 炸弹的写法），不读 it declares entities and is not read",
      );
  });
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > MAX_DEPTH)
      throw new XmlProblem(parser.line, `标签嵌套超过 ${MAX_DEPTH} 层 nested too deep`);
    listener.open({ name, attributes }, parser.line);
  });
  parser.on("text", (text) => listener.text(text));
  parser.on("cdata", (text) => listener.text(text));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    listener.close(name);
  });
  return parser;
}

/**
 * Feeds a parser chunk by chunk; after each one the listener has heard what is complete so far.
 * @param told hears what is to be said of the file: that it is in another encoding than it says
 * @throws {XmlProblem}
 */
export async function* pumpXml(
  chunks: AsyncIterable<Buffer>,
  listener: XmlListener,
  told: (words: string) => void = () => {},
): AsyncGenerator<void> {
  const parser = makeParser(watched(listener, () => heardAt(parser.position)));
  let decoder: PieceDecoder | null = null;
  let heard = 0;
  const heardAt = (position: number) => {
    heard = position;
  };
  for await (const chunk of chunks) {
    decoder ??= new PieceDecoder(chunk, told);
    write(parser, decoder, chunk);
    if (parser.position - heard > MAX_PIECE_CHARACTERS)
      throw new XmlProblem(parser.line, "一段文字超过 8 MB one piece is longer than 8 MB");
    yield;
  }
  if (decoder) write(parser, decoder, null);
  parser.close();
  yield;
}

/** The same for a text that is in hand. @throws {XmlProblem} */
export function parseXml(text: string, listener: XmlListener): void {
  makeParser(listener).write(withoutControls(text)).close();
}

function watched(listener: XmlListener, heard: () => void): XmlListener {
  return {
    open: (tag, line) => {
      heard();
      listener.open(tag, line);
    },
    text: (text) => {
      heard();
      listener.text(text);
    },
    close: (name) => {
      heard();
      listener.close(name);
    },
  };
}

/** Controls that XML allows nowhere: somebody pasted them, and nobody sees them. */
const withoutControls = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, "");

/** After the last tag no character is cut in two. */
const wholeTags = (head: Buffer): Buffer => head.subarray(0, head.lastIndexOf(">") + 1);

/** Decodes piece by piece; damaged bytes become marks while they are few. */
class PieceDecoder {
  private readonly decoder: TextDecoder;
  private readonly charset: string;

  /** @param told hears of an encoding that is not the declared one */
  constructor(head: Buffer, told: (words: string) => void) {
    const found = decodeText(wholeTags(head), declaredCharset(head));
    if (found.declared) told(misdeclaredWords(found, found.declared));
    this.charset = found.charset;
    this.decoder = decoderFor(found.charset) ?? new TextDecoder();
  }

  /** Null: the end. `problem` when bytes after `text` are of no such encoding. */
  decode(chunk: Buffer | null): { text: string; problem: string | null } {
    const text = this.decoder.decode(chunk ?? undefined, { stream: chunk !== null });
    if (isNearlyWhole(text)) return { text, problem: null };
    const problem = `附近有不是 ${this.charset.toUpperCase()} 的字节 bytes near here are not ${this.charset}`;
    return { text: text.slice(0, text.indexOf("\ufffd")), problem };
  }
}

function write(parser: Parser, decoder: PieceDecoder, chunk: Buffer | null): void {
  const { text, problem } = decoder.decode(chunk);
  parser.write(withoutControls(text));
  if (problem) throw new XmlProblem(parser.line, problem);
}
