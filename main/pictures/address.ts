import { BlockList, isIP } from 'node:net'

/** Networks that are not the public internet, from the IANA special-purpose registries. */
const privateIpv4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4]
]
const privateIpv6: readonly (readonly [string, number])[] = [
  // Unspecified, loopback and the old IPv4-compatible addresses.
  ['::', 96],
  ['64:ff9b:1::', 48],
  ['100::', 64],
  // Teredo and 6to4 carry an IPv4 address that may be private; nobody serves pictures there.
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8]
]
/** Prefixes of 96 bits before an IPv4 address: mapped (RFC 4291) and translated by NAT64 (RFC 6052). */
const carriers = ['::ffff:', '64:ff9b::']

/** Decides whether an IP address lies in a private, loopback, link-local or otherwise special network. */
export type IsPrivate = (address: string) => boolean

/** Builds the check once; what is no IP address counts as private. */
export function privateAddresses(): IsPrivate {
  const list = new BlockList()
  for (const [network, prefix] of privateIpv4) {
    list.addSubnet(network, prefix, 'ipv4')
    for (const carrier of carriers) list.addSubnet(`${carrier}${network}`, 96 + prefix, 'ipv6')
  }
  for (const [network, prefix] of privateIpv6) list.addSubnet(network, prefix, 'ipv6')
  return (address) => {
    const [plain = ''] = address.split('%')
    const family = isIP(plain)
    return family === 0 || list.check(plain, family === 6 ? 'ipv6' : 'ipv4')
  }
}
