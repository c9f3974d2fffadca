// A set of rules in words: what is needed to decide, in which class which matter is decided, what runs by days.
import { useLocale, useText } from '#web/text.tsx'
import { formatNumber, listOf } from '#platform/i18n/format.ts'
import { Facts } from '#web/ui/page.tsx'
import { matters, type RuleSet, type Source } from '../rule-model.ts'
import { Sources } from './pieces.tsx'

export function Rules({ rules, sources }: { rules: RuleSet; sources?: readonly Source[] }) {
  const [text, locale] = [useText(), useLocale()]
  const { quorum, written, minutes, special } = rules
  const classes = Map.groupBy(matters, (matter) => rules.classes[matter])
  const share = ([some, of]: [number, number]) => `${formatNumber(some, locale)}/${formatNumber(of, locale)}`
  return (
    <div className="rules">
      <Facts of={[
        [text('committees.rule.sides'), text(rules.equalSides ? 'committees.rule.sides.equal' : 'committees.rule.sides.free', { fewest: rules.fewestSeats })],
        [text('committees.rule.quorum'), text('committees.rule.quorum.is', { perSide: quorum.perSide, total: share(quorum.total) })],
        [text('committees.rule.vote'), text(`committees.rule.vote.${rules.voteUnit}`)],
        [text('committees.rule.classes'), <ul key="c" className="plain-list">{[...classes].map(([by, of]) => <li key={by}>{text(`committees.classes.${by}`)}: {listOf(of.map((matter) => text(`committees.matters.${matter}`)), locale)}</li>)}</ul>],
        [text('committees.rule.notice'), text('committees.rule.notice.is', { agreed: rules.agreedDays, notice: rules.noticeDays })],
        [text('committees.rule.year'), text('committees.rule.year.is', { months: rules.everyMonths, days: special.withinDays })],
        [text('committees.rule.written'), written.allowed ? text('committees.rule.written.is', { days: written.days, veto: written.vetoDays, not: listOf(written.excluded.map((matter) => text(`committees.matters.${matter}`)), locale) || '—' }) : text('committees.rule.written.never')],
        [text('committees.rule.minutes'), text('committees.rule.minutes.is', { draft: minutes.draftDays, sign: minutes.signDays })],
        [text('committees.rule.alternates'), text(rules.alternates ? 'committees.yes' : 'committees.no')],
      ]} />
      {sources && <Sources of={sources} />}
    </div>
  )
}
