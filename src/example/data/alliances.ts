// The alliances that the texts name, their members as far as they are named, and who leads them.
import type { Officer, StandingKind, Stated, Texts } from '#domains/alliances/model.ts'
import type { Named } from './organisations.ts'
import { acronym, name, official } from './organisations.ts'
import type { SourceName } from './sources.ts'

export type Allied = {
  key: string; slug: string; from: SourceName; names: Named['names']; country?: string; parent?: string; host?: string; purpose?: Texts; stated?: Stated
  members?: { of: string; standing: StandingKind }[]; officers?: { person: string; post: Officer['post']; country: string | null; at: string | null }[]
}
const member = (of: string) => ({ of, standing: 'member' as const })

export const alliances: Allied[] = [
  { key: 'sco-university', slug: 'sco-university', from: 'conference', host: 'xjtu', stated: { members: 86, nations: 7 },
    names: [official('SCO University'), name('上海合作组织大学', 'zh'), name('Университет Шанхайской организации сотрудничества', 'ru')],
    purpose: {
      en: 'A platform for regional educational cooperation within the Shanghai Cooperation Organization, and for the skilled professionals that regional advancement needs.',
      zh: '上海合作组织框架内区域教育合作的平台，为区域发展培养专业人才。',
      ru: 'Платформа регионального сотрудничества в образовании в рамках ШОС, готовящая специалистов для развития региона.',
      ur: 'شنگھائی تعاون تنظیم کے دائرے میں علاقائی تعلیمی تعاون کا پلیٹ فارم، جو علاقائی ترقی کے لیے ہنرمند ماہرین تیار کرتا ہے۔',
    } },
  { key: 'sco-digital', slug: 'sco-digital-education-alliance', from: 'conference', names: [official('SCO Digital Education Alliance')] },
  { key: 'uansr', slug: 'uansr', from: 'uansr', names: [official('University Alliance of the New Silk Road'), name('新丝绸之路大学联盟', 'zh'), acronym('UANSR')],
    members: ['xjtu', 'liverpool', 'milano', 'torino', 'unsw', 'tampere', 'pusan', 'chiang-mai', 'bauman', 'farabi', 'nust', 'iuit', 'kazatc', 'tajik', 'polyu'].map(member) },
  { key: 'management', slug: 'uansr-school-of-management', from: 'uansr', parent: 'uansr', stated: { members: 6 },
    names: [official('Sub-alliance of the XJTU School of Management')], members: [member('xjtu-management')],
    purpose: {
      en: 'Established by the XJTU School of Management; it comprises six universities, which the source does not name.',
      zh: '由西安交通大学管理学院成立，由六所高校组成；来源未列出校名。',
      ru: 'Создан Школой менеджмента Сианьского университета Цзяотун; объединяет шесть университетов, не названных в источнике.',
      ur: 'شیان جیاؤتونگ یونیورسٹی کے اسکول آف مینجمنٹ نے قائم کیا؛ اس میں چھ جامعات شامل ہیں جن کے نام ماخذ میں نہیں۔',
    } },
  { key: 'specialised', slug: 'uansr-specialised', from: 'uansr', parent: 'uansr', stated: { members: 5 },
    names: [official('Specialised sub-alliance of the XJTU School of Management')], members: ['arabaev', 'iuca', 'tajik'].map(member),
    purpose: {
      en: 'The XJTU School of Management vows to promote its building together with five universities, three of which the source names.',
      zh: '西安交通大学管理学院承诺与五所高校共同推进其建设，来源列出其中三所。',
      ru: 'Школа менеджмента Сианьского университета Цзяотун намерена создать его вместе с пятью университетами; в источнике названы три.',
      ur: 'شیان جیاؤتونگ یونیورسٹی کے اسکول آف مینجمنٹ نے پانچ جامعات کے ساتھ مل کر اسے قائم کرنے کا عزم کیا ہے؛ ماخذ میں تین کے نام ہیں۔',
    } },
  { key: 'digital-economy', slug: 'digital-economy-universities-alliance', from: 'sargodha', names: [official('Digital Economy Universities Alliance')],
    purpose: {
      en: 'Cross-border collaboration in digital transformation across higher education institutions.',
      zh: '推动高等教育机构在数字化转型方面的跨境合作。',
      ru: 'Международное сотрудничество вузов в цифровой трансформации.',
      ur: 'اعلیٰ تعلیمی اداروں کے درمیان ڈیجیٹل تبدیلی میں سرحد پار تعاون۔',
    } },
  { key: 'china-pakistan', slug: 'china-pakistan-digital-education-alliance', from: 'digital', stated: { members: 160, nations: 2, atLeast: true },
    names: [official('China-Pakistan Digital Education Alliance')], members: ['itmc', 'uni'].map(member),
    officers: [{ person: 'xue', post: 'chair', country: 'CN', at: null }, { person: 'rao', post: 'lead', country: 'PK', at: 'tevta' }],
    purpose: {
      en: 'To bolster Pakistan’s technical and vocational education and training, and to position the nation as a leader in digital education.',
      zh: '加强巴基斯坦的职业技术教育与培训，推动该国成为数字教育的引领者。',
      ru: 'Укрепить профессионально-техническое образование Пакистана и сделать страну лидером цифрового образования.',
      ur: 'پاکستان کی فنی و پیشہ ورانہ تعلیم و تربیت کو مضبوط بنانا اور ملک کو ڈیجیٹل تعلیم میں رہنما بنانا۔',
    } },
]
