// Which addresses of the internet protocol lead out into it. What is not known to be public is not: IANA's registries of special
// purpose addresses, versions 4 and 6, as of 2026.

import { BlockList, isIP } from 'node:net'

const special4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  // Link-local, and where clouds answer what a machine is.
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const

/** Inside of 2000::/3, which is all that is given out: tunnels that hold an address of version 4, and what is for books. */
const special6 = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
] as const

const refused = new BlockList()
for (const [net, bits] of special4) refused.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of special6) refused.addSubnet(net, bits, 'ipv6')

const given6 = new BlockList()
given6.addSubnet('2000::', 3, 'ipv6')

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether an address is one that anybody on the internet could be reached at. */
export function isPublic(address: string): boolean {
  const version = isIP(address)
  if (version === 4) return !refused.check(address, 'ipv4')
  return version === 6 && given6.check(address, 'ipv6') && !refused.check(address, 'ipv6')
}

/** Whether it is this machine. */
export const isLoopback = (address: string): boolean => {
  const version = isIP(address)
  return version !== 0 && loopback.check(address, version === 4 ? 'ipv4' : 'ipv6')
}
