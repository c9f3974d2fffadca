// What stands in the address bar after the question mark, in plain words: `?q=lahore&state=lapsed&state=ended`.
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'

export type Address = Record<string, string | string[]>

export function parseAddress(search: string): Address {
  const address: Address = {}
  for (const [key, value] of new URLSearchParams(search)) {
    const before = address[key]
    address[key] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]
  }
  return address
}

export function writeAddress(address: Record<string, unknown>): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(address)) {
    for (const one of Array.isArray(value) ? value : [value]) if (one !== undefined && one !== null && one !== '') search.append(key, String(one))
  }
  return search.size ? `?${search}` : ''
}

type Change = Record<string, string | string[] | number | boolean | null | undefined>

/** The filters of a page live in its address: `const [address, change] = useAddress()`. `null` removes; what is not named stays. */
export function useAddress(): [address: Address, change: (to: Change) => void] {
  const address = useSearch({ strict: false }) as Address
  const navigate = useNavigate()
  const change = (to: Change) =>
    void navigate({ search: ((before: Address) => ({ ...before, ...to })) as never, replace: true, resetScroll: false, to: '.' })
  return [address, change]
}

export const useParam = (name: string): string => (useParams({ strict: false }) as Record<string, string>)[name] ?? ''

export const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? (value[0] ?? '') : (value ?? ''))
export const many = (value: string | string[] | undefined): string[] => (value === undefined || value === '' ? [] : [value].flat())

/** Where an address may lead that came from outside: only to this house, whatever tricks of writing it uses. */
export function insideOnly(to: string, here: string = location.origin): string {
  const there = to.startsWith('/') ? URL.parse(to, here) : null
  return there?.origin === here ? there.pathname.replace(/^\/+/, '/') + there.search + there.hash : '/'
}
