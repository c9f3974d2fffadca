// Whether a word of the text is a short form of a word: "telecommun." and "intl", but not "post" for "postgraduate".
const shortest = 3

/** `raw` is the word as it stands, before it was taken for a concept: "Tech." may be technical or technology. */
export function isShortFor(spot: { folded: string; raw: string; short: boolean; number: number }, word: string): boolean {
  if (spot.raw !== spot.folded && spot.raw.length >= shortest && word.length > spot.raw.length && word.startsWith(spot.raw)) return true
  const { folded } = spot
  if (folded.length < (spot.short ? 2 : shortest) || folded.length >= word.length || folded[0] !== word[0]) return false
  if (!spot.short && spot.number >= 0) return false
  if (word.startsWith(folded)) return true
  return spot.short && folded.length >= shortest && holdsInOrder(folded, word)
}

/** "dvlpmt": its letters stand in the word in this order, the last one at its end. */
function holdsInOrder(folded: string, word: string): boolean {
  if (folded.at(-1) !== word.at(-1)) return false
  let at = 0
  for (const letter of word) if (letter === folded[at]) at++
  return at === folded.length
}
