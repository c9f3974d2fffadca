// What the history of an agreement says about its signing.
import type { Tells } from '#domains/agreements/pages/told-above.ts'

export const tells: Tells = (what, data, { text, day }) => {
  if (!what.startsWith('signing.')) return undefined
  const deed = what === 'signing.signed' ? `signed-${String(data['means'])}` : what.slice('signing.'.length)
  const step = data['title'] ? String(data['title']) : data['step'] ? text(`signing.steps.${String(data['step'])}`) : ''
  return text(`signing.history.${deed}`, { name: String(data['name'] ?? ''), because: String(data['because'] ?? ''), on: day(data['signedOn']), step })
}
