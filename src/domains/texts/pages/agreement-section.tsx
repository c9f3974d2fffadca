// The text on its agreement's page: where it stands, whose turn it is, and the way in.
import { useQuery } from '@tanstack/react-query'
import type { AgreementFile } from '#domains/agreements/model.ts'
import { formatAgo, languageName, listOf } from '#platform/i18n/format.ts'
import { ask } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { ButtonLink } from '#web/ui/button.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import { useViewer } from '#web/viewer.ts'
import { textsApi } from '../api.ts'
import type { TextFile } from '../negotiation-model.ts'
import { whyNotBegin } from '../rules.ts'
import { useSideName } from './use-text.ts'

export function AgreementSection({ agreement }: { agreement: AgreementFile }) {
  const [say, viewer] = [useText(), useViewer()]
  const { data: text } = useQuery(ask(textsApi.beside, { params: { id: agreement.id } }))
  if (text) return <Section title={say('texts.text')} aside={<ButtonLink small look="primary" to={`/agreements/${agreement.id}/text`}>{say('texts.open')}</ButtonLink>}><Told text={text} /></Section>
  if (text === undefined || !viewer || whyNotBegin({ ...agreement, parties: agreement.parties }, viewer, false)) return null
  return <Section title={say('texts.text')} aside={<ButtonLink small to={`/drafts/new?agreement=${agreement.id}`}>{say('texts.begin')}</ButtonLink>}><p className="quiet">{say('texts.none-yet')}</p></Section>
}

function Told({ text }: { text: TextFile }) {
  const [say, locale] = [useText(), useLocale()]
  const sideName = useSideName(text)
  const names = (langs: TextFile['languages']) => listOf(langs.map((lang) => languageName(lang, locale)), locale)
  const turn = text.turn.sideId && text.stage !== 'signed' && `${say('texts.their-turn', { side: sideName(text.turn.sideId), since: formatAgo(text.turn.since, new Date().toISOString(), locale) })} ${say(`texts.waiting.${text.turn.waitingFor}`)}`
  return (
    <Facts of={[
      [say('texts.stage'), say(`texts.stage.${text.stage}`)],
      [say('texts.turn'), turn],
      [say('texts.languages'), names(text.languages)],
      [say('texts.languages.authentic'), names(text.authentic)],
      [say('texts.prevailing'), text.prevailing && languageName(text.prevailing, locale)],
      [say('texts.version'), text.latest && say('texts.version-number', { number: text.latest.number })],
    ]} />
  )
}
