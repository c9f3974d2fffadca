// An organisation's alliances, and the posts there in which sources name persons: for the organisation's page.
import { useQuery } from '@tanstack/react-query'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Go } from '#web/ui/link.tsx'
import { LanguageNames } from '#web/ui/names.tsx'
import { Section as Part } from '#web/ui/page.tsx'
import { alliancesApi } from '../api.ts'
import { namesOf } from './brief.ts'
import { KnownDay, StandingMark } from './pieces.tsx'
import './alliances.css'

const belongingsOf = (id: string) => ask(alliancesApi.ofOrganisation, { params: { id } })
const postsOf = (id: string) => ask(alliancesApi.namedPosts, { params: { id } })
export const load = ({ questions, params: { id } }: Arriving) => Promise.all([questions.prefetchQuery(belongingsOf(id!)), questions.prefetchQuery(postsOf(id!))])

export const Section = ({ id }: { id: string }) => <><Alliances organisationId={id} /><NamedPosts organisationId={id} /></>

function Alliances({ organisationId }: { organisationId: string }) {
  const text = useText()
  const { data: belongings } = useQuery(belongingsOf(organisationId))
  if (!belongings) return null
  return (
    <Part title={text('alliances.of-organisation')}>
      {belongings.length === 0 && <p className="quiet">{text('alliances.belongs-to-none')}</p>}
      <ul className="alliance-lines">
        {belongings.map(({ alliance, standing, fromOn, fromPrecision }) => (
          <li key={alliance.id}>
            <Go to={`/alliances/${alliance.id}`}><LanguageNames names={namesOf(alliance.organisation)} /></Go>
            <span className="row"><StandingMark standing={standing} />{fromOn && <span className="quiet">{text('alliances.since')} <KnownDay day={fromOn} precision={fromPrecision} /></span>}</span>
          </li>
        ))}
      </ul>
    </Part>
  )
}

/** Posts that sources name; they give no rights here. Nothing when no source names any. */
function NamedPosts({ organisationId }: { organisationId: string }) {
  const [text, locale] = [useText(), useLocale()]
  const { data: posts = [] } = useQuery(postsOf(organisationId))
  if (posts.length === 0) return null
  return (
    <Part title={text('alliances.named-posts')}>
      <ul className="alliance-lines">
        {posts.map(({ id, personId, personName, personNameNative, title, organisation, source }) => (
          <li key={id}><div>
            <p><Go to={`/people/${personId}`}><bdi>{personName}</bdi></Go>{personNameNative && <> <bdi className="quiet">{personNameNative}</bdi></>}</p>
            <p className="quiet">{title[locale] ?? title.en ?? Object.values(title)[0]}{organisation.id !== organisationId && <> · <LanguageNames names={namesOf(organisation)} line /></>}</p>
            <p className="quiet"><small>{text('alliances.source-shown', { source })}</small></p>
          </div></li>
        ))}
      </ul>
    </Part>
  )
}
