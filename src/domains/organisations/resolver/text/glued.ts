// Parts words that lost the space between them: "HarbinEngineering", "BerkeleyCA", "andTechnology".
const seams = /(?<=^\d{1,2})(?=\p{Lu}\p{L})|(?<=\p{Ll}{3})(?=\d)|(?<=[\p{Ll}])(?=\p{Lu})|(?<=\p{L})(?=\d{3})|(?<=\d{3})(?=\p{L})|(?<=\p{Ll}{3})(?=\p{Lu}{2,})/u
const shortest = 8
/** The mark of a footnote, or the number of a house. */
const isDigit = /^\d$/

/** The parts of a word nobody knows, when parting it gives words that are known; else null. */
export function unglued(text: string, folded: string, isKnown: (part: string) => boolean): string[] | null {
  const parts = text.split(seams)
  if (parts.length > 1 && parts.every(part => part.length > 1 || isDigit.test(part)) && parts.some(part => part.length > 2)) return parts.flatMap(part => isKnown(part) ? [part] : halves(part, isKnown) ?? [part])
  return folded.length >= shortest ? halves(text, isKnown) : null
}

function halves(text: string, isKnown: (part: string) => boolean): string[] | null {
  if (text.length < shortest) return null
  for (let at = 2; at <= text.length - 2; at++) {
    const [left, right] = [text.slice(0, at), text.slice(at)]
    const enough = (left.length > 3 || joining.has(left)) && (right.length > 3 || joining.has(right))
    if (enough && isKnown(left) && isKnown(right)) return [left, right]
  }
  return null
}

const joining = new Set(['of', 'and', 'for', 'the', 'de', 'la', 'di', 'der', 'und'])
