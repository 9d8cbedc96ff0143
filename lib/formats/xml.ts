import { SaxesParser } from "saxes";
import {
  declaredCharset,
  decoderFor,
  decodeText,
  isDamagedUtf8,
  isNearlyWholePiece,
  misdeclaredWords,
  surelyIn,
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
const wholeTags = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(">") + 1);

/** Bytes beyond ASCII that tell an encoding for sure, and how far is looked for them. */
const [ENOUGH_BYTES, FAR_BYTES] = [600, 1024 * 1024];

/** What ASCII means the same in: until other bytes come nothing has to be decided. */
const OVER_ASCII = /^(?:utf-8|gbk|gb18030|big5|windows-\d+|iso-8859-\d+)$/;

const countBeyond = (bytes: Buffer): number => {
  let count = 0;
  for (const byte of bytes) if (byte >= 0x80) count += 1;
  return count;
};

const isEnough = (bytes: Buffer): boolean =>
  bytes.length >= FAR_BYTES || countBeyond(wholeTags(bytes)) >= ENOUGH_BYTES;

/**
 * Decodes piece by piece; damaged bytes become marks while they are few. In which encoding a file is, is decided when
 * enough of it has been seen: an export may begin with thousands of lines of ASCII.
 */
class PieceDecoder {
  private decoder: TextDecoder | null = null;
  private readonly declared: string | null;
  private readonly told: (words: string) => void;
  private held = Buffer.alloc(0);

  /** @param told hears of an encoding that is not the declared one */
  constructor(head: Buffer, told: (words: string) => void) {
    const declared = declaredCharset(head);
    // Programs write "utf-16" before what they then save in something else.
    this.declared = /^utf-?16/i.test(declared ?? "") && !surelyIn(head) ? null : declared;
    this.told = told;
    const { charset } = decodeText(wholeTags(head), this.declared);
    if (!OVER_ASCII.test(charset)) this.decoder = decoderFor(charset);
  }

  /** Null: the end. `problem` when bytes after `text` are of no such encoding. */
  decode(chunk: Buffer | null): { text: string; problem: string | null } {
    if (this.decoder) return this.decodeWith(this.decoder, chunk);
    const bytes = Buffer.concat([this.held, chunk ?? Buffer.alloc(0)]);
    const isAscii = countBeyond(bytes) === 0;
    // ASCII alone says nothing, and may go on at once.
    if (chunk && !isAscii && !isEnough(bytes)) {
      this.held = bytes;
      return { text: "", problem: null };
    }
    this.held = Buffer.alloc(0);
    if (!isAscii) this.decoder = this.decide(bytes);
    const read = this.decodeWith(this.decoder ?? new TextDecoder(), bytes);
    if (chunk || !this.decoder || read.problem) return read;
    return { ...read, text: read.text + this.decoder.decode() };
  }

  private decide(bytes: Buffer): TextDecoder {
    const whole = wholeTags(bytes);
    const found = decodeText(countBeyond(whole) > 0 ? whole : bytes, this.declared);
    const isUtf8 = (decoderFor(this.declared)?.encoding ?? "utf-8") === "utf-8";
    // A few damaged bytes among ASCII are no other encoding.
    const stays = isUtf8 && isDamagedUtf8(bytes);
    if (!stays && found.declared) this.told(misdeclaredWords(found, found.declared));
    return (stays ? null : decoderFor(found.charset)) ?? new TextDecoder();
  }

  private decodeWith(decoder: TextDecoder, chunk: Buffer | null) {
    const text = decoder.decode(chunk ?? undefined, { stream: chunk !== null });
    if (isNearlyWholePiece(text)) return { text, problem: null };
    const { encoding } = decoder;
    const problem = `附近有不是 ${encoding.toUpperCase()} 的字节 bytes near here are not ${encoding}`;
    return { text: text.slice(0, text.indexOf("\ufffd")), problem };
  }
}

function write(parser: Parser, decoder: PieceDecoder, chunk: Buffer | null): void {
  const { text, problem } = decoder.decode(chunk);
  parser.write(withoutControls(text));
  if (problem) throw new XmlProblem(parser.line, problem);
}
