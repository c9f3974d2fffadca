// The rules of a membership as data of the alliance: what is asked of an applicant, how long it observes, who decides, what it pledges, how one
// leaves, how often contacts are confirmed, when a sub-alliance counts as asleep. Each rule names its source; each version is kept.
import * as z from 'zod'
import { Id, Instant, Locale, LongText, ShortText } from '#platform/kinds.ts'

export const Texts = z.partialRecord(Locale, LongText)
export type Texts = z.infer<typeof Texts>
export const Titles = z.partialRecord(Locale, ShortText)
const Months = z.int().min(0).max(120)
const Days = z.int().min(1).max(730)

/** What an applicant hands in. `key` names it in what was handed in and asked for. */
export const Requirement = z.object({
  key: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/), what: Titles.refine((what) => Object.keys(what).length > 0, 'memberships.requirement-unnamed'), optional: z.boolean().default(false),
})
export type Requirement = z.output<typeof Requirement>

export const sourced = ['path', 'observer', 'council', 'pledge', 'notice', 'confirmation', 'dormancy'] as const
export const Sourced = z.enum(sourced)
export type Sourced = z.infer<typeof Sourced>

export const MembershipRules = z.object({
  /** Whether anyone may apply on the alliance's public page. */
  open: z.boolean(),
  requirements: z.array(Requirement).max(20).refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'memberships.requirement-twice'),
  checkDays: Days, completeDays: Days, observerMonths: Months,
  /** The body that decides; nothing where the alliance has none and its secretariat writes the decision down. */
  bodyId: Id.nullable(), councilDays: Days,
  pledge: Texts, pledgeDays: Days, appealDays: Days,
  noticeMonths: Months, confirmMonths: z.int().min(1).max(60), answerDays: Days, dormantMonths: z.int().min(1).max(120),
  sources: z.partialRecord(Sourced, ShortText),
})
export type MembershipRules = z.output<typeof MembershipRules>

/** One row of `membership_rules`. */
export const RulesVersion = z.object({ id: Id, allianceId: Id, version: z.int(), rules: MembershipRules, adoptedBy: Id, adoptedAt: Instant })
export type RulesVersion = z.infer<typeof RulesVersion>

/** The rules that hold: `version` 0 is what Pamir proposes while an alliance has adopted none. */
export const RulesShown = z.object({ version: z.int(), rules: MembershipRules, adoptedAt: Instant.nullable() })
export type RulesShown = z.infer<typeof RulesShown>

const uasr = 'UASR, Membership Application: applicant, observer, Executive Council with two thirds; http://uasr.xjtu.edu.cn/About_UASR/Membership_Application.htm'
const ours = 'Pamir'
/** What holds until an alliance adopts its own. Where nothing published says how long, Pamir proposes it and says so. */
export const proposedRules: MembershipRules = {
  open: false,
  requirements: [
    { key: 'letter', optional: false, what: { en: 'Letter of application signed by the head of the organisation', zh: '由单位负责人签署的申请函', ru: 'Заявление, подписанное руководителем организации', ur: 'ادارے کے سربراہ کے دستخط کے ساتھ درخواست' } },
    { key: 'statutes', optional: false, what: { en: 'Statutes or founding document', zh: '章程或设立文件', ru: 'Устав или учредительный документ', ur: 'آئین یا قیام کی دستاویز' } },
    { key: 'profile', optional: true, what: { en: 'Profile of the organisation', zh: '单位简介', ru: 'Краткая справка об организации', ur: 'ادارے کا تعارف' } },
  ],
  checkDays: 30, completeDays: 60, observerMonths: 12, bodyId: null, councilDays: 180, pledge: {}, pledgeDays: 60, appealDays: 30,
  noticeMonths: 6, confirmMonths: 12, answerDays: 30, dormantMonths: 12,
  sources: { path: uasr, observer: ours, council: uasr, pledge: ours, notice: ours, confirmation: ours, dormancy: 'UNICA: a working group without activity for twelve months is proposed for closure' },
}
