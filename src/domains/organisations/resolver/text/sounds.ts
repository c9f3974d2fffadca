// The consonants of a word as they sound, however its script or its transliteration writes them: Jiroft, جیرفت and Jīroft are one.
const digraphs: [RegExp, string][] = [[/shch|sch|tch/g, 'S'], [/sh|ş/g, 'S'], [/ch/g, 'C'], [/kh/g, 'H'], [/zh/g, 'J'], [/gh/g, 'G'], [/ph/g, 'F'], [/th/g, 'T'], [/dh/g, 'D'], [/bh/g, 'B'], [/ts|tz/g, 'S'], [/ck/g, 'K']]
const alike: Record<string, string> = { q: 'K', c: 'K', k: 'K', x: 'K', w: 'V', v: 'V', z: 'Z', s: 'S', j: 'J', g: 'G', f: 'F', t: 'T', d: 'D', b: 'B', p: 'P', l: 'L', m: 'M', n: 'N', r: 'R', h: 'H' }
const hard = /[SCHJGFTDBK]/

/** Vowels, and w, y and h within a word, are not written in every script, so they do not count. */
export function soundOf(folded: string): string {
  let word = folded.replace(/([a-z])\1/g, '$1')
  for (const [written, sound] of digraphs) word = word.replace(written, sound)
  let sound = ''
  for (let at = 0; at < word.length; at++) {
    const letter = word[at] ?? ''
    if (at > 0 && 'wvyh'.includes(letter) || 'aeiouy'.includes(letter)) continue
    sound += hard.test(letter) ? letter : alike[letter] ?? ''
  }
  return sound
}

/** The sounds to look for: a word, and without the ending that makes an adjective of a place. */
export function soundsOf(folded: string): string[] {
  const whole = soundOf(folded)
  const place = /(?:ov|ev|in|an)?sk(?:y|ii|iy|aya|aia|oe|ogo|iya|a)$/.exec(folded)
  const stem = place ? soundOf(folded.slice(0, place.index)) : ''
  return stem.length > 1 && stem !== whole ? [whole, stem] : [whole]
}
