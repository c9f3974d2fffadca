// Who leads an alliance, for which country, and since when, as far as it is stated.
import { useState } from 'react'
import { countryName } from '#platform/i18n/format.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Section } from '#web/ui/page.tsx'
import type { AllianceFile, OfficerShown } from '../model.ts'
import { servesOn } from '../rules.ts'
import { OfficerDialog } from './officer-dialog.tsx'
import { OrganisationLink } from './organisation-link.tsx'
import { KnownDay, today } from './pieces.tsx'

export function OfficersSection({ alliance, closed }: { alliance: AllianceFile; closed: string | undefined }) {
  const text = useText()
  const [open, setOpen] = useState<OfficerShown | true>()
  return (
    <Section title={text('alliances.officers')} aside={!closed && <Button small onPress={() => setOpen(true)}>{text('alliances.appoint')}</Button>}>
      {alliance.officers.length === 0 && <p className="quiet">{text('alliances.no-officers')}</p>}
      <ul className="alliance-lines">
        {alliance.officers.map((officer) => (
          <li key={officer.id} className={servesOn(today(), officer) ? undefined : 'quiet'}>
            <Officer officer={officer} />
            {!closed && <Button small look="quiet" label={`${text('alliances.change')}: ${officer.personName}`} onPress={() => setOpen(officer)}>{text('alliances.change')}</Button>}
          </li>
        ))}
      </ul>
      {open && <OfficerDialog alliance={alliance} {...(open === true ? {} : { officer: open })} onClose={() => setOpen(undefined)} />}
    </Section>
  )
}

function Officer({ officer }: { officer: OfficerShown }) {
  const [text, locale] = [useText(), useLocale()]
  const { personId, personName, personNameNative, post, country, organisation, fromOn, fromPrecision, untilOn, untilPrecision, source } = officer
  const called = text(`alliances.posts.${post}`)
  return (
    <div>
      <p><Go to={`/people/${personId}`}><bdi>{personName}</bdi></Go>{personNameNative && <> <bdi className="quiet">{personNameNative}</bdi></>}</p>
      <p className="quiet">
        {country && post === 'lead' ? text('alliances.lead-of', { post: called, country: countryName(country, locale) }) : called}{country && post !== 'lead' && <> · {countryName(country, locale)}</>}
        {organisation && <> · <OrganisationLink of={organisation} line /></>}
        {' · '}{fromOn || untilOn ? <><KnownDay day={fromOn} precision={fromPrecision} /> – {untilOn && <KnownDay day={untilOn} precision={untilPrecision} />}</> : text('alliances.term-not-stated')}
      </p>
      {source && <p className="quiet"><small>{text('alliances.source-shown', { source })}</small></p>}
    </div>
  )
}
