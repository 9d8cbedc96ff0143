/**
 * How often one client may ask what costs a drawing of its own: a bucket of questions that fills with
 * time. In memory of this process, bounded; a client that was forgotten starts with a full bucket.
 */
type Bucket = { left: number; at: number };

type Limits = {
  /** Questions a minute; as many at once after a pause. */
  perMinute: number;
  /** Clients that are remembered. */
  mostClients?: number;
};

const MINUTE_MS = 60_000;

/** One client: an IPv4 address, or the network of 64 bits that one IPv6 line is given. */
export function clientOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(address)?.[1];
  if (mapped) return mapped;
  if (!address.includes(":")) return address;
  const [head = "", tail] = address.split("::");
  const groups = head === "" ? [] : head.split(":");
  const behind = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - groups.length - behind.length);
  const all = [...groups, ...Array<string>(zeros).fill("0"), ...behind];
  return all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, "").toLowerCase())
    .join(":");
}

export class Limiter {
  private readonly buckets = new Map<string, Bucket>();
  private readonly perMinute: number;
  private readonly mostClients: number;

  constructor({ perMinute, mostClients = 20_000 }: Limits) {
    this.perMinute = perMinute;
    this.mostClients = mostClients;
  }

  /** Takes a question; answers with 0, or with the seconds until the next one may be asked. */
  waitFor(address: string, now = Date.now()): number {
    const client = clientOf(address);
    const bucket = this.buckets.get(client) ?? { left: this.perMinute, at: now };
    const gained = ((now - bucket.at) * this.perMinute) / MINUTE_MS;
    const left = Math.min(this.perMinute, bucket.left + Math.max(0, gained));
    // Set anew, so that the least recently seen is the first of the map.
    this.buckets.delete(client);
    this.buckets.set(client, { left: left < 1 ? left : left - 1, at: now });
    if (this.buckets.size > this.mostClients) this.forgetOne();
    return left < 1 ? Math.ceil(((1 - left) * MINUTE_MS) / this.perMinute / 1_000) : 0;
  }

  private forgetOne(): void {
    const [oldest] = this.buckets.keys();
    if (oldest !== undefined) this.buckets.delete(oldest);
  }
}
