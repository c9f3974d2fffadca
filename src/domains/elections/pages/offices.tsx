// The posts of an alliance: who holds them until when, their rules with the source, and the elections.
import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParam } from '#web/address.ts'
import { ask } from '#web/client.ts'
import type { Arriving } from '#web/site.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Go } from '#web/ui/link.tsx'
import { Page as Frame, Section } from '#web/ui/page.tsx'
import { Day, Days } from '#web/ui/whole.tsx'
import { electionsApi } from '../api.ts'
import type { OfficeRule, OfficesFile } from '../model.ts'
import { CallDialog, RuleDialog } from './office-dialogs.tsx'
import './elections.css'
import { Found, StageMark } from './pieces.tsx'
import { saidIn } from './said.ts'

const asked = (id: string) => ask(electionsApi.offices, { params: { id } })
export const load = ({ questions, params }: Arriving) => questions.ensureQueryData(asked(params['id']!))

export function Page() {
  const [text, locale, id] = [useText(), useLocale(), useParam('id')]
  const { data: offices } = useSuspenseQuery(asked(id))
  const [calling, setCalling] = useState(false)
  return (
    <Frame title={text('elections.title')} above={<Go to={`/alliances/${id}`}><bdi>{saidIn(offices.alliance.name, locale)}</bdi></Go>} about={<p>{text('elections.what')}</p>}
      actions={offices.mayManage && <Button look="primary" onPress={() => setCalling(true)}>{text('elections.call')}</Button>}>
      <Section title={text('elections.elections')}>
        {offices.elections.length === 0 && <p className="quiet">{text('elections.none')}</p>}
        <ul className="election-lines">
          {offices.elections.map(({ id: election, post, termFrom, nominateUntil, voteUntil, stage, elected }) => (
            <li key={election}>
              <span><Go to={`/elections/${election}`}>{text(`alliances.posts.${post}`)}</Go><small className="quiet">{text('elections.term-from')} <Day day={termFrom} /></small></span>
              <StageMark stage={stage} />
              <span className="quiet">{elected && (stage === 'installed' || stage === 'decided' || stage === 'protest') ? <bdi>{elected}</bdi> : stage === 'nominating' ? <>{text('elections.until')} <Day day={nominateUntil} short /></> : stage === 'voting' ? <>{text('elections.until')} <Day day={voteUntil} short /></> : null}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Serving offices={offices} />
      <Rules offices={offices} />
      {calling && <CallDialog offices={offices} onClose={() => setCalling(false)} />}
    </Frame>
  )
}

function Serving({ offices: { officers, checks } }: { offices: OfficesFile }) {
  const text = useText()
  return (
    <Section title={text('elections.serving')}>
      {officers.length === 0 && <p className="quiet">{text('elections.nobody-serves')}</p>}
      <ul className="election-lines">
        {officers.map((one, at) => (
          <li key={one.id}>
            <span><bdi>{one.personName}</bdi>{one.organisation && <small className="quiet"><bdi>{one.organisation.name}</bdi></small>}<Found checks={checks.slice(at, at + 1)} /></span>
            <span>{text(`alliances.posts.${one.post}`)}</span>
            <span className="quiet">{one.fromOn && one.untilOn ? <Days from={one.fromOn} until={one.untilOn} /> : one.untilOn ? <>{text('elections.until')} <Day day={one.untilOn} /></> : text('elections.end-unknown')}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const charters = 'http://brvea-en.spvec.com.cn/info/1153/1110.htm'
function Rules({ offices }: { offices: OfficesFile }) {
  const text = useText()
  const [changing, setChanging] = useState<OfficeRule>()
  const { rules, version, source, mayManage } = offices
  return (
    <Section title={text('elections.rules')}>
      <p className="quiet">{version === 0 ? <>{text('elections.rules-usual')} <a href={charters} rel="noreferrer" target="_blank">{text('elections.rules-source')}</a></> : <>{text('elections.rules-version', { version })}{source && <> · <bdi>{source}</bdi></>}</>}</p>
      <ul className="election-lines">
        {rules.map((rule) => (
          <li key={rule.post}>
            <span>{text(`alliances.posts.${rule.post}`)}<small className="quiet">{text(`elections.majority.${rule.majority}`)} · {text('elections.quorum-of', { share: `${rule.quorum[0]}/${rule.quorum[1]}` })}{rule.rotation === 'country' && <> · {text('elections.rotation')}</>}</small></span>
            <span>{text('elections.years', { count: rule.years })}<small className="quiet">{text('elections.limit', { count: rule.limit })}</small></span>
            <span>{mayManage && <Button small look="quiet" label={`${text('elections.change-rule')}: ${text(`alliances.posts.${rule.post}`)}`} onPress={() => setChanging(rule)}>{text('elections.change-rule')}</Button>}</span>
          </li>
        ))}
      </ul>
      {changing && <RuleDialog offices={offices} rule={changing} onClose={() => setChanging(undefined)} />}
    </Section>
  )
}
