// A run of letters without spaces, cut into words: Chinese, Korean, Thai and others, each by a table of its own.

/** `meaning` is what the table says of a word it knows; nothing for what stands between such words. */
export type Part = { text: string; meaning: string | null }

/** Gives the cut by a table: the longest known word first, none shorter than `shortest` letters. */
export function partsBy(words: Record<string, string>, shortest: number): (run: string) => Part[] {
  const longest = Math.max(1, ...Object.keys(words).map(word => word.length))

  const wordAt = (run: string, at: number): string | null => {
    for (let length = Math.min(longest, run.length - at); length >= shortest; length--) {
      const word = run.slice(at, at + length)
      if (Object.hasOwn(words, word)) return word
    }
    return null
  }

  return run => {
    const parts: Part[] = []
    let unknown = ''
    for (let at = 0; at < run.length;) {
      const word = wordAt(run, at)
      if (word === null) {
        unknown += run[at] ?? ''
        at++
        continue
      }
      if (unknown) parts.push({ text: unknown, meaning: null })
      unknown = ''
      parts.push({ text: word, meaning: words[word] ?? '' })
      at += word.length
    }
    if (unknown) parts.push({ text: unknown, meaning: null })
    return parts
  }
}
