// A ceremony as its protocol sheet: who hosts, flags, each agreement with its sides and signatories and their places, witnesses and
// guests. It prints as it stands.
import { useSuspenseQuery } from '@tanstack/react-query'
import { nameIn } from '#domains/organisations/model.ts'
import { countryName, formatDay } from '#platform/i18n/format.ts'
import { useParam } from '#web/address.ts'
import { ask, useDeed } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button, ButtonLink } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Facts, Page as Frame, Section } from '#web/ui/page.tsx'
import { useToastTrouble } from '#web/ui/toast.tsx'
import { ceremoniesApi } from '../../api.ts'
import type { CeremonyFile, PersonShown } from '../../ceremony-model.ts'
import '../signing.css'
import { placeAt } from './at-ceremony.tsx'
import { History } from './history.tsx'
import { ItemTitle, Person, Sides, StateMark, titleOf } from './pieces.tsx'

export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(ask(ceremoniesApi.ceremony, { params: { id: params['id']! } }))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: ceremony } = useSuspenseQuery(ask(ceremoniesApi.ceremony, { params: { id } }))
  const { title, heldOn, startsAt, zone, venue, city, country, host, flags, people } = ceremony
  const others = people.filter(({ role }) => role !== 'signatory')
  return (
    <Frame title={titleOf(title, locale)} above={<Go to="/ceremonies">{text('signing.ceremonies')}</Go>} about={<StateMark ceremony={ceremony} />} actions={<Steps ceremony={ceremony} />}>
      <Facts of={[
        [text('signing.ceremony.when'), <bdi key="w">{formatDay(heldOn, 'day', locale)}{startsAt && `, ${startsAt} (${zone})`}</bdi>],
        [text('signing.ceremony.where'), [venue, city, country && countryName(country, locale)].filter(Boolean).join(', ')],
        [text('signing.ceremony.host'), <bdi key="h">{nameIn(host, locale)}</bdi>],
        [text('signing.ceremony.flags'), flags.length > 0 && <>{flags.map((code) => countryName(code, locale)).join(' · ')} <small className="quiet">{text('signing.ceremony.flags.why')}</small></>],
      ]} />
      <Section title={text('signing.ceremony.order')}><Programme ceremony={ceremony} /></Section>
      {others.length > 0 && <Section title={text('signing.ceremony.others')}><Others people={others} /></Section>}
      <History ceremony={ceremony} />
      <p className="quiet">{text('signing.no-promise')}</p>
    </Frame>
  )
}

function Steps({ ceremony: { id, mayEdit, mayRun, endedAt, publishedAt } }: { ceremony: CeremonyFile }) {
  const [text, locale, trouble] = [useText(), useLocale(), useToastTrouble()]
  const [publish, unpublish] = [useDeed(ceremoniesApi.publish), useDeed(ceremoniesApi.unpublish)]
  return (
    <>
      <Button look="quiet" onPress={() => window.print()}>{text('signing.ceremony.print')}</Button>
      {mayEdit && <ButtonLink to={`/ceremonies/${id}/change`}>{text('signing.ceremony.change')}</ButtonLink>}
      {mayRun && endedAt && !publishedAt && <Button look="primary" busy={publish.isPending} onPress={() => publish.mutate({ params: { id } }, { onError: trouble })}>{text('signing.ceremony.publish')}</Button>}
      {publishedAt && <a className="button" href={`/s/${id}?lang=${locale}`}>{text('signing.ceremony.see-published')}</a>}
      {mayRun && publishedAt && <Button look="quiet" busy={unpublish.isPending} onPress={() => unpublish.mutate({ params: { id } }, { onError: trouble })}>{text('signing.ceremony.unpublish')}</Button>}
      {!publishedAt && <ButtonLink look={mayRun && !endedAt ? 'primary' : 'plain'} to={`/ceremonies/${id}/live`}>{text(mayRun ? 'signing.ceremony.run' : 'signing.ceremony.follow')}</ButtonLink>}
    </>
  )
}

function Programme({ ceremony: { id, items } }: { ceremony: CeremonyFile }) {
  const text = useText()
  return (
    <ol className="programme sheet">
      {items.map((item) => (
        <li key={item.agreementId}>
          <div><strong>{item.seen ? <Go to={`/agreements/${item.agreementId}`}><ItemTitle item={item} /></Go> : <ItemTitle item={item} />}</strong><Sides item={item} />
            {item.sealed && <Mark tone="jade" shape="disc">{text('signing.stages.sealed')}</Mark>}
            {item.toSign && <div className="row no-print"><ButtonLink small look="primary" to={placeAt(id, item.agreementId)}>{text('signing.sign')}</ButtonLink></div>}
          </div>
          <ul className="plain-list">{item.signatories.map((person) => <Seated key={person.id} person={person} />)}</ul>
        </li>
      ))}
    </ol>
  )
}

const Seated = ({ person }: { person: PersonShown }) => <li><Person person={person} />{person.seat && <span className="quiet"> · <bdi>{person.seat}</bdi></span>}</li>

function Others({ people }: { people: PersonShown[] }) {
  const text = useText()
  return <ul className="plain-list">{people.map((person) => <li key={person.id}><span className="quiet">{text(`signing.ceremony.roles.${person.role}`)}</span> <Person person={person} />{person.seat && <span className="quiet"> · <bdi>{person.seat}</bdi></span>}</li>)}</ul>
}
