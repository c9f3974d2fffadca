// Which addresses of the network lie outside: reached by everyone, and by nobody more than by others. All else is refused, so that
// who may name an address cannot make this machine speak to what stands beside it.
import { BlockList, isIP, isIPv4 } from 'node:net'

/** The special-purpose registry of IANA (RFC 6890 and its successors), and what a cloud answers its own machines by. */
const inside4: [net: string, bits: number][] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12], ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24],
  ['192.88.99.0', 24], ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24], ['224.0.0.0', 4], ['240.0.0.0', 4],
  // Azure's own services answer here, on a public address.
  ['168.63.129.16', 32],
]
/** Within what is given out (2000::/3): what carries an IPv4 address in itself, and what is for documents or for nobody. */
const inside6: [net: string, bits: number][] = [['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['2620:4f:8000::', 48], ['3fff::', 20]]

const closed = new BlockList()
for (const [net, bits] of inside4) closed.addSubnet(net, bits, 'ipv4')
for (const [net, bits] of inside6) closed.addSubnet(net, bits, 'ipv6')
const givenOut = new BlockList()
givenOut.addSubnet('2000::', 3, 'ipv6')

/** Of IPv6 only what is given out; loopback, link-local, unique-local and every form that hides an IPv4 address lie outside of that. */
export function liesOutside(address: string): boolean {
  if (isIPv4(address)) return !closed.check(address, 'ipv4')
  const plain = address.split('%')[0]!
  return isIP(plain) === 6 && plain === address && givenOut.check(plain, 'ipv6') && !closed.check(plain, 'ipv6')
}

/** The name of an address, without the brackets of IPv6. */
export const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

/** What the operator allows besides: `host` for any port of it, or `host:port`, just as they stand in the address. */
export const isAllowed = (url: URL, allowed: readonly string[]): boolean => allowed.includes(url.hostname) || allowed.includes(`${url.hostname}:${url.port || (url.protocol === 'https:' ? 443 : 80)}`)

export type Fault = 'not-an-address' | 'only-https' | 'with-password' | 'port' | 'inside'

/** What is wrong with an address before any name is looked up, or nothing. Node reads `0x7f.1` and its like as what they are. */
export function faultOf(text: string, allowed: readonly string[]): Fault | undefined {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) return 'not-an-address'
  if (url.username || url.password) return 'with-password'
  if (isAllowed(url, allowed)) return undefined
  if (url.protocol !== 'https:') return 'only-https'
  // Doors below 1024 belong to other services than the web.
  if (url.port && Number(url.port) < 1024) return 'port'
  const host = hostOf(url)
  if (isIP(host)) return liesOutside(host) ? undefined : 'inside'
  return /(^|\.)(localhost|local|internal|home\.arpa)\.?$/.test(host) || !host.includes('.') ? 'inside' : undefined
}
