// The deeds of this room in the history of an agreement, in words.
import type { Tells } from '#domains/agreements/pages/told-above.ts'
import { languageName, listOf } from '#platform/i18n/format.ts'

const deeds = new Set([
  'begun', 'languages-set', 'value-given', 'clause-added', 'clause-moved', 'clause-removed', 'clause-restored', 'worded', 'matched', 'version-made', 'handed-over', 'turn-taken-back', 'consented',
  'consent-withdrawn', 'consents-lost', 'agreed', 'reopened', 'stage-moved', 'proposed', 'proposal-answered', 'commented', 'comment-settled', 'comment-opened', 'comment-removed', 'imported',
])

export const tells: Tells = (what, data, { text, locale }) => {
  const deed = what.startsWith('text.') ? what.slice(5) : ''
  if (!deeds.has(deed)) return undefined
  const said = (name: string) => (data[name] === undefined || data[name] === null ? '' : String(data[name]))
  const tail = (name: string) => (said(name) ? `: ${said(name)}` : '')
  const languages = Array.isArray(data['languages']) ? data['languages'].map((lang) => languageName(String(lang), locale)) : []
  return text(`texts.history.${deed}`, {
    from: said('from') || 'nothing', number: said('number') || 'none', language: said('lang') && languageName(said('lang'), locale), languages: listOf(languages, locale), name: said('name'),
    to: said('toName'), waiting: said('waitingFor') && text(`texts.waiting.${said('waitingFor')}`), note: tail('note'), because: tail('because'), state: said('state'), stage: said('stage') && text(`texts.stage.${said('stage')}`),
  })
}
