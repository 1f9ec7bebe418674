import { randomBytes } from 'node:crypto'

/** A UUID of version 7 (RFC 9562): sortable by the time it was made, `now` in milliseconds since 1970. */
export function createUid(now: number): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(now, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** When a uid was made, in milliseconds since 1970; undefined for what is none. */
export function timeOf(uid: string): number | undefined {
  const [, high = '', low = ''] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/.exec(uid) ?? []
  return high === '' ? undefined : Number.parseInt(high + low, 16)
}
