// Who was proposed, by whom, whether they accepted, what they say, and what the rules find.
import { nameIn } from '#domains/organisations/model.ts'
import { useDeed } from '#web/client.ts'
import { useLocale, useText } from '#web/text.tsx'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/mark.tsx'
import { Section } from '#web/ui/page.tsx'
import { useToast, useToastTrouble } from '#web/ui/toast.tsx'
import { electionsApi } from '../api.ts'
import type { ElectionFile } from '../model.ts'
import { Found } from './pieces.tsx'
import { saidIn } from './said.ts'

export function Candidates({ election: { candidates, electedId, stage } }: { election: ElectionFile }) {
  const [text, locale, say, trouble] = [useText(), useLocale(), useToast(), useToastTrouble()]
  const deed = useDeed(electionsApi.accept, ['/elections'])
  const answer = (id: string, said: 'accepted' | 'declined') => deed.mutate({ params: { id }, body: { answer: said } }, { onSuccess: () => say(text('elections.written-down')), onError: trouble })
  const marked = (id: string, said: string | null) => {
    if (id === electedId && stage !== 'cancelled') return <Mark tone="jade" shape="disc">{text('elections.elected')}</Mark>
    return said === 'accepted' ? <Mark tone="lapis" shape="diamond">{text('elections.stands')}</Mark> : said === 'declined' ? <Mark tone="quiet" shape="dash">{text('elections.declined')}</Mark> : <Mark tone="saffron" shape="half">{text('elections.asked')}</Mark>
  }
  return (
    <Section title={text('elections.candidates')}>
      {candidates.length === 0 && <p className="quiet">{text('elections.nobody-proposed')}</p>}
      <ul className="election-lines">
        {candidates.map((one) => (
          <li key={one.id}>
            <span>
              <bdi>{one.name}</bdi>{one.nameNative && <> <bdi className="quiet">{one.nameNative}</bdi></>}
              <small className="quiet"><bdi>{nameIn(one.organisation, locale)}</bdi> · {text('elections.proposed-by', { member: nameIn(one.nominatedBy, locale) })}</small>
              {saidIn(one.statement, locale) && <p dir="auto">{saidIn(one.statement, locale)}</p>}
              <Found checks={one.checks} />
            </span>
            {marked(one.id, one.answer)}
            <span className="row">{one.mayAnswer && <>{one.answer !== 'accepted' && <Button small look={one.answer ? 'quiet' : 'primary'} label={`${text('elections.accept')}: ${one.name}`} busy={deed.isPending} onPress={() => answer(one.id, 'accepted')}>{text('elections.accept')}</Button>}{one.answer !== 'declined' && <Button small look="quiet" label={`${text('elections.decline')}: ${one.name}`} busy={deed.isPending} onPress={() => answer(one.id, 'declined')}>{text('elections.decline')}</Button>}</>}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
