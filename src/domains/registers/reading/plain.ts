// Text made comparable: one form for each character, Western digits, no invisible marks, single spaces.

const invisible = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g
const beyondAscii = /[^\x20-\x7e]/

/** Keeps case. Arabic kaf and yeh become the Urdu ones, so that one spelling of a word is enough. */
export function plain(text: string): string {
  if (!beyondAscii.test(text)) return text.includes('  ') ? text.replace(/ +/g, ' ').trim() : text.trim()
  return westernDigits(text.normalize('NFKC').replace(invisible, ''))
    .replaceAll('ي', 'ی').replaceAll('ى', 'ی').replaceAll('ك', 'ک').replace(/[\u064b-\u0652\u0640]/g, '')
    .replace(/[‘’ʼ`´]/g, "'").replace(/[“”„«»]/g, '"').replace(/[‐‑‒–—―−]/g, '-').replace(/\s+/g, ' ').trim()
}

export const plainLower = (text: string): string => plain(text).toLowerCase().replaceAll('i̇', 'i')

/** Arabic-Indic, Eastern Arabic (Urdu, Persian) and Devanagari digits. */
export function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹०-९]/g, (digit) => String((digit.codePointAt(0)! - zeroBefore(digit)) % 10))
}

function zeroBefore(digit: string): number {
  return digit >= '०' && digit <= '९' ? 0x966 : digit >= '۰' ? 0x6f0 : 0x660
}

/** The cells of a register repeat themselves: what was understood of a text once is not worked out again. What comes back is shared; do not change it. */
export function remembering<T>(understand: (text: string) => T, most = 5_000): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const found = understand(text)
    if (known.size < most && text.length < 500) known.set(text, found)
    return found
  }
}

/** Damerau-Levenshtein, given up beyond `most`: how many slips of the finger lie between two words. */
export function slips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const next = [row]
    for (let at = 1; at <= b.length; at++) {
      const same = a[row - 1] === b[at - 1]
      next[at] = Math.min(last[at]! + 1, next[at - 1]! + 1, last[at - 1]! + (same ? 0 : 1))
      if (row > 1 && at > 1 && a[row - 1] === b[at - 2] && a[row - 2] === b[at - 1]) next[at] = Math.min(next[at]!, before[at - 2]! + 1)
    }
    if (Math.min(...next) > most) return most + 1
    ;[before, last] = [last, next]
  }
  return last[b.length]!
}
