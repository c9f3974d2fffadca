// "… on behalf of its College of …": the institution signs, the unit is meant.
const behalf = /[\s,;(]*\bon behalf of (?:its|their|his|the)\s+(.{3,160}?)\)?\s*$/i
const through = /[\s,;(]+\b(?:through|represented by|via) (?:its|their|the)\s+(.{3,160}?)\)?\s*$/i

export function takeUnit(text: string): { text: string; unit: string | null } {
  const found = behalf.exec(text) ?? through.exec(text)
  if (!found || found.index === 0) return { text, unit: null }
  return { text: text.slice(0, found.index).trim(), unit: (found[1] ?? '').trim() || null }
}
