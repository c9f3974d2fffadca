// What an alliance says of itself: purpose, host, founding, the figures, stated and recorded apart; and its charter.
import { useLocale, useText } from '#web/text.tsx'
import { Note } from '#web/ui/notes.tsx'
import { Facts, Section } from '#web/ui/page.tsx'
import type { AllianceFile, Texts } from '../model.ts'
import { OrganisationLink } from './organisation-link.tsx'
import { KnownDay, useStatedWords } from './pieces.tsx'

export function AllianceFacts({ alliance }: { alliance: AllianceFile }) {
  const [text, statedWords] = [useText(), useStatedWords()]
  const { purpose, host, foundedOn, foundedPrecision, stated, counts, countries, source, example } = alliance
  const said = statedWords(stated)
  return (
    <>
      <InLanguage texts={purpose} />
      <Facts of={[
        [text('alliances.host'), host && <OrganisationLink of={host} />],
        [text('alliances.founded'), <KnownDay key="founded" day={foundedOn} precision={foundedPrecision} />],
        [text('alliances.stated'), said],
        [text('alliances.recorded'), `${text('alliances.count-members', { count: counts.member })} · ${text('alliances.count-countries', { count: countries.filter(({ country }) => country).length })}`],
        [text('alliances.source'), source && <bdi lang="en">{source}</bdi>],
      ]} />
      {example && <Note>{text('alliances.example-what')}</Note>}
    </>
  )
}

export function Charter({ alliance: { charter } }: { alliance: AllianceFile }) {
  const text = useText()
  if (Object.keys(charter).length === 0) return null
  return <Section title={text('alliances.charter')}><InLanguage texts={charter} /></Section>
}

/** The reader's language, else English, else what there is. */
export function InLanguage({ texts }: { texts: Texts }) {
  const locale = useLocale()
  const lang = ([locale, 'en', 'zh', 'ru', 'ur'] as const).find((one) => texts[one])
  if (!lang) return null
  return <div className="stack">{texts[lang]!.split(/\n+/).map((paragraph) => <p key={paragraph} className="reading" lang={lang} dir="auto">{paragraph}</p>)}</div>
}
