// Takes off what is no part of a party's name: "received on 28/12/2020", "(renewed)", "draft under process".
const deeds = 'received|signed|dated|renewed|extended|expired|cancelled|canceled|terminated|approved|submitted|initiated|sent|executed'
const endings = [
  new RegExp(`[\\s,;(\\-–]+\\b(?:${deeds})\\b[^;()]{0,60}\\d[^;()]{0,40}\\)?\\s*$`, 'i'),
  /[\s,;(\-–]+\b(?:w\.?e\.?f\.?|with effect from|valid (?:up ?to|till|until))\b[^;()]{0,60}\)?\s*$/i,
]
const bracketed = /\s*\(([^()]*\b(?:renewed|renewal|expired|draft|in process|under process|extension|extended|cancelled|missing|photocopy|hard copy|soft copy|re-signed)\b[^()]*)\)/i

export function takeRemarks(given: string): { text: string; remarks: string[] } {
  const remarks: string[] = []
  let text = given
  for (const pattern of [...endings, bracketed]) {
    const found = pattern.exec(text)
    if (!found || (found.index === 0 && found[0].length === text.length)) continue
    remarks.push(found[0].replace(/^[\s,;(\-–]+|[\s,;)]+$/g, ''))
    text = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`.trim()
  }
  return { text, remarks }
}
