// The events that the texts tell of, in the four languages. A day that is not stated is not given.
import type { Precision } from '#platform/kinds.ts'
import type { SourceName } from './sources.ts'

type Four = { en: string; zh: string; ru: string; ur: string }
export type Told = { alliance: string | null; from: SourceName; kind: 'news' | 'event'; on?: string; precision?: Precision; place?: string; country?: string; title: Four; body: Four }

export const events: Told[] = [
  { alliance: 'sco-university', from: 'conference', kind: 'event', on: '2025-05-12', place: 'Urumqi', country: 'CN',
    title: { en: '2025 Annual Conference of SCO University', zh: '上海合作组织大学2025年年会', ru: 'Ежегодная конференция Университета ШОС 2025 года', ur: 'ایس سی او یونیورسٹی کی سالانہ کانفرنس 2025' },
    body: {
      en: 'Representatives of 86 universities of seven nations, including China, Russia, Kazakhstan, Kyrgyzstan and Tajikistan, met in Urumqi; Xi’an Jiaotong University was the host. Zhang Liqun introduced the SCO University Digital Education Development Plan: its background, strategic importance, objectives, primary tasks, implementation strategies and supporting measures. Innovative teaching models and a digital education portal were explored. Shri Janesh Kain, Deputy Secretary-General of SCO, underscored the significance of the university as a platform for regional educational cooperation.',
      zh: '来自中国、俄罗斯、哈萨克斯坦、吉尔吉斯斯坦、塔吉克斯坦等七国86所高校的代表齐聚乌鲁木齐，会议由西安交通大学承办。张立群介绍了上海合作组织大学数字教育发展规划的背景、战略意义、目标、主要任务、实施策略和保障措施。会议探讨了创新教学模式和数字教育门户的建设。上海合作组织副秘书长贾内什·凯恩强调了该大学作为区域教育合作平台的重要意义。',
      ru: 'В Урумчи собрались представители 86 университетов семи стран, в том числе Китая, России, Казахстана, Киргизии и Таджикистана; принимал Сианьский университет Цзяотун. Чжан Лицюнь представил план развития цифрового образования Университета ШОС: предпосылки, значение, цели, основные задачи, стратегии и меры поддержки. Обсуждались новые модели обучения и портал цифрового образования. Заместитель генерального секретаря ШОС Джанеш Каин подчеркнул значение университета как площадки регионального сотрудничества в образовании.',
      ur: 'چین، روس، قازقستان، کرغیزستان اور تاجکستان سمیت سات ملکوں کی 86 جامعات کے نمائندے ارومچی میں جمع ہوئے؛ میزبان شیان جیاؤتونگ یونیورسٹی تھی۔ ژانگ لیچون نے ایس سی او یونیورسٹی کا ڈیجیٹل تعلیم کا ترقیاتی منصوبہ پیش کیا: پس منظر، اہمیت، مقاصد، بنیادی کام، عمل درآمد کی حکمت عملی اور معاون اقدامات۔ تدریس کے نئے طریقوں اور ڈیجیٹل تعلیمی پورٹل پر غور ہوا۔ شنگھائی تعاون تنظیم کے نائب سیکرٹری جنرل جنیش کین نے علاقائی تعلیمی تعاون کے پلیٹ فارم کے طور پر اس جامعہ کی اہمیت پر زور دیا۔',
    } },
  { alliance: 'sco-digital', from: 'conference', kind: 'event', on: '2025-05-13', place: 'Urumqi', country: 'CN',
    title: { en: '9th Meeting of Education Ministers of SCO Member States', zh: '上海合作组织成员国第九次教育部长会议', ru: 'Девятое совещание министров образования государств — членов ШОС', ur: 'ایس سی او رکن ممالک کے وزرائے تعلیم کا نواں اجلاس' },
    body: {
      en: 'Zhang Liqun set out the digital education initiative, reported on the 15th Education Week of SCO Member States, «Education without Borders», and announced the launch of the SCO Digital Education Alliance and the establishment of the China-SCO Doctoral Talent Cultivation and Innovation Center.',
      zh: '张立群阐述了数字教育倡议要点，通报了以“教育无国界”为主题的第十五届上海合作组织成员国教育周情况，并宣布启动上海合作组织数字教育联盟、成立中国—上海合作组织博士人才培养与创新中心。',
      ru: 'Чжан Лицюнь изложил инициативу по цифровому образованию, рассказал о 15-й Неделе образования государств — членов ШОС «Образование без границ» и объявил о создании Альянса цифрового образования ШОС и Центра подготовки докторов наук и инноваций Китай — ШОС.',
      ur: 'ژانگ لیچون نے ڈیجیٹل تعلیم کے اقدام کے اہم نکات دہرائے، ”تعلیم بلا سرحد“ کے موضوع پر ایس سی او رکن ممالک کے پندرھویں ہفتۂ تعلیم کی پیش رفت بتائی، اور ایس سی او ڈیجیٹل ایجوکیشن الائنس کے آغاز اور چین۔ایس سی او ڈاکٹریٹ تربیت و اختراع مرکز کے قیام کا اعلان کیا۔',
    } },
  { alliance: 'uansr', from: 'uansr', kind: 'event', on: '2015-05-23', place: 'Xi’an Jiaotong University', country: 'CN',
    title: { en: 'Cooperation agreements signed after the opening ceremony', zh: '开幕式后签署合作协议', ru: 'После церемонии открытия подписаны соглашения о сотрудничестве', ur: 'افتتاحی تقریب کے بعد تعاون کے معاہدوں پر دستخط' },
    body: {
      en: 'Over 20 membership universities signed with XJTU 17 memoranda and various agreements on academic, research and enterprise-academia collaboration. At 3 pm President Wang Shuguo and Vice Presidents Xi Guang, Yan Hong and Zhang Hanrong signed for XJTU. Fourteen of the universities are named; the seventeen memoranda are not listed one by one.',
      zh: '20余所成员高校与西安交通大学签署17份谅解备忘录及多项学术、科研和校企合作协议。下午3时，校长王树国与副校长席光、颜虹、张汉荣代表西安交通大学签字。原文列出其中14所高校，未逐一列出17份备忘录。',
      ru: 'Более 20 университетов-участников подписали с Сианьским университетом Цзяотун 17 меморандумов и ряд соглашений об учебном, научном и производственном сотрудничестве. В 15 часов за университет подписали президент Ван Шуго и вице-президенты Си Гуан, Янь Хун и Чжан Ханьжун. Названы четырнадцать университетов; семнадцать меморандумов поимённо не перечислены.',
      ur: '20 سے زیادہ رکن جامعات نے شیان جیاؤتونگ یونیورسٹی کے ساتھ 17 مفاہمتی یادداشتوں اور تعلیمی، تحقیقی اور صنعتی تعاون کے متعدد معاہدوں پر دستخط کیے۔ سہ پہر 3 بجے صدر وانگ شوگو اور نائب صدور شی گوانگ، یان ہونگ اور ژانگ ہانرونگ نے دستخط کیے۔ ماخذ میں چودہ جامعات کے نام ہیں؛ سترہ یادداشتیں الگ الگ درج نہیں۔',
    } },
  { alliance: 'uansr', from: 'uansr', kind: 'event', on: '2015-05-01', precision: 'month', place: 'Xi’an Jiaotong University', country: 'CN',
    title: { en: 'Universities visit the schools of XJTU', zh: '多所高校访问西安交通大学各学院', ru: 'Университеты посетили школы Сианьского университета Цзяотун', ur: 'جامعات کا شیان جیاؤتونگ یونیورسٹی کے شعبوں کا دورہ' },
    body: {
      en: 'Following the signing, CentraleSupélec, SKEMA Business School, the National University of Singapore, Moscow Power Engineering Institute, Moscow Aviation Institute, Peter the Great St. Petersburg Polytechnic University, Far Eastern Federal University, I. Arabaev Kyrgyz State University, the International University of Central Asia, Hanyang University, Chiang Mai University and others visited different schools, exploring further opportunities.',
      zh: '签约后，中央理工-高等电力学院、SKEMA商学院、新加坡国立大学、莫斯科动力学院、莫斯科航空学院、圣彼得堡彼得大帝理工大学、远东联邦大学、阿拉巴耶夫吉尔吉斯国立大学、中亚国际大学、汉阳大学、清迈大学等访问了各学院，探讨进一步合作的机会。',
      ru: 'После подписания CentraleSupélec, SKEMA Business School, Национальный университет Сингапура, МЭИ, МАИ, Санкт-Петербургский политехнический университет Петра Великого, Дальневосточный федеральный университет, Кыргызский государственный университет имени И. Арабаева, Международный университет Центральной Азии, Университет Ханян, Чиангмайский университет и другие посетили школы университета и обсудили новые возможности.',
      ur: 'دستخطوں کے بعد CentraleSupélec، SKEMA بزنس اسکول، نیشنل یونیورسٹی آف سنگاپور، ماسکو پاور انجینئرنگ انسٹی ٹیوٹ، ماسکو ایوی ایشن انسٹی ٹیوٹ، پیٹر دی گریٹ سینٹ پیٹرزبرگ پولی ٹیکنک یونیورسٹی، فار ایسٹرن فیڈرل یونیورسٹی، آراباییف کرغیز اسٹیٹ یونیورسٹی، انٹرنیشنل یونیورسٹی آف سنٹرل ایشیا، ہانیانگ یونیورسٹی، چیانگ مائی یونیورسٹی اور دیگر نے مختلف شعبوں کا دورہ کیا اور مزید مواقع پر غور کیا۔',
    } },
  { alliance: 'management', from: 'uansr', kind: 'news', on: '2015-05-23',
    title: { en: 'XJTU School of Management establishes a sub-alliance of six universities', zh: '西安交通大学管理学院成立六校子联盟', ru: 'Школа менеджмента Сианьского университета Цзяотун создала субальянс шести университетов', ur: 'شیان جیاؤتونگ یونیورسٹی کے اسکول آف مینجمنٹ نے چھ جامعات کا ذیلی اتحاد قائم کیا' },
    body: {
      en: 'Together with five universities, including I. Arabaev Kyrgyz State University, the International University of Central Asia and the Tajik National University for Research and Sciences, the school vows to promote the building of a specialized sub-alliance.',
      zh: '学院将与阿拉巴耶夫吉尔吉斯国立大学、中亚国际大学、塔吉克国立研究与科学大学等五所高校共同推进专业子联盟建设。',
      ru: 'Вместе с пятью университетами, среди которых Кыргызский государственный университет имени И. Арабаева, Международный университет Центральной Азии и Tajik National University for Research and Sciences, школа намерена создать специализированный субальянс.',
      ur: 'اسکول نے پانچ جامعات کے ساتھ، جن میں آراباییف کرغیز اسٹیٹ یونیورسٹی، انٹرنیشنل یونیورسٹی آف سنٹرل ایشیا اور تاجک نیشنل یونیورسٹی فار ریسرچ اینڈ سائنسز شامل ہیں، ایک خصوصی ذیلی اتحاد بنانے کا عزم کیا۔',
    } },
  { alliance: 'digital-economy', from: 'sargodha', kind: 'event', on: '2025-01-01', precision: 'year', place: 'Tianjin', country: 'CN',
    title: { en: '2025 SCO Digital Economy Forum', zh: '2025上海合作组织数字经济论坛', ru: 'Форум ШОС по цифровой экономике 2025 года', ur: 'ایس سی او ڈیجیٹل اکانومی فورم 2025' },
    body: {
      en: 'Prof. Dr. Qaisar Abbas, accompanied by Prof. Dr. Ijaz Asghar Bhatti, represented the University of Sargodha. He took part in the opening ceremony and contributed to the panel «Digital Economy and Higher Education Collaboration».',
      zh: '凯萨尔·阿巴斯教授在伊贾兹·阿斯加尔·巴蒂教授陪同下代表萨戈达大学出席，参加开幕式，并在“数字经济与高等教育合作”专题讨论中发言。',
      ru: 'Университет Саргодхи представляли профессор Кайсар Аббас и профессор Иджаз Асгар Бхатти. Кайсар Аббас участвовал в открытии и выступил в дискуссии «Цифровая экономика и сотрудничество в высшем образовании».',
      ur: 'پروفیسر ڈاکٹر قیصر عباس نے پروفیسر ڈاکٹر اعجاز اصغر بھٹی کے ہمراہ یونیورسٹی آف سرگودھا کی نمائندگی کی، افتتاحی تقریب میں شرکت کی اور ”ڈیجیٹل معیشت اور اعلیٰ تعلیم میں تعاون“ کے مذاکرے میں حصہ لیا۔',
    } },
  { alliance: null, from: 'sargodha', kind: 'news', on: '2025-07-14',
    title: { en: 'University of Sargodha signs a memorandum with Zaozhuang School of Technology', zh: '萨戈达大学与 Zaozhuang School of Technology 签署谅解备忘录', ru: 'Университет Саргодхи подписал меморандум с Zaozhuang School of Technology', ur: 'یونیورسٹی آف سرگودھا اور Zaozhuang School of Technology کے درمیان مفاہمتی یادداشت' },
    body: {
      en: 'Both institutes jointly inaugurated a Joint Lithium Battery Research Centre. The delegation of the University of Sargodha was led by Vice Chancellor Prof. Dr. Qaisar Abbas, accompanied by Prof. Dr. Ijaz Asghar Bhatti and Prof. Dr. Tahir Mumtaz Awan.',
      zh: '双方共同为联合锂电池研究中心揭牌。萨戈达大学代表团由校长凯萨尔·阿巴斯教授率领，伊贾兹·阿斯加尔·巴蒂教授和塔希尔·蒙塔兹·阿万教授陪同。',
      ru: 'Стороны открыли Совместный центр исследований литиевых аккумуляторов. Делегацию Университета Саргодхи возглавлял вице-канцлер профессор Кайсар Аббас; с ним были профессора Иджаз Асгар Бхатти и Тахир Мумтаз Аван.',
      ur: 'دونوں اداروں نے مل کر لیتھیم بیٹری کے مشترکہ تحقیقی مرکز کا افتتاح کیا۔ یونیورسٹی آف سرگودھا کے وفد کی قیادت وائس چانسلر پروفیسر ڈاکٹر قیصر عباس نے کی؛ پروفیسر ڈاکٹر اعجاز اصغر بھٹی اور پروفیسر ڈاکٹر طاہر ممتاز اعوان ہمراہ تھے۔',
    } },
  { alliance: 'china-pakistan', from: 'digital', kind: 'event', place: 'Chongqing', country: 'CN',
    title: { en: 'International Digital Skills Exchange Seminar', zh: '国际数字技能交流研讨会', ru: 'Международный семинар по обмену цифровыми навыками', ur: 'بین الاقوامی ڈیجیٹل ہنر تبادلہ سیمینار' },
    body: {
      en: 'A highlight of the 2nd Belt and Road International Skills Competition, at which the alliance was officially announced. More than 200 experts and representatives of over 140 colleges and universities of both nations took part, in person and online, among them Muhammad Omar and Afifa Shajia Awais of the Pakistani Embassy in China.',
      zh: '研讨会是第二届“一带一路”国际技能大赛的重要活动，联盟在此正式宣布成立。两国140余所院校的200多名专家和代表以线上线下方式参加，巴基斯坦驻华大使馆穆罕默德·奥马尔和阿菲法·沙吉亚·阿瓦伊斯出席。',
      ru: 'Одно из главных событий II Международного конкурса навыков «Пояс и путь»; здесь официально объявили о создании альянса. Участвовали более 200 экспертов и представителей свыше 140 учебных заведений обеих стран, очно и онлайн, в их числе Мухаммад Омар и Афифа Шаджиа Авайс из посольства Пакистана в Китае.',
      ur: 'دوسرے بیلٹ اینڈ روڈ بین الاقوامی مقابلۂ ہنر کی نمایاں تقریب، جس میں اتحاد کا باضابطہ اعلان ہوا۔ دونوں ملکوں کے 140 سے زیادہ کالجوں اور جامعات کے 200 سے زیادہ ماہرین اور نمائندوں نے بالمشافہ اور آن لائن شرکت کی، جن میں چین میں پاکستانی سفارت خانے کے محمد عمر اور عفیفہ شاجیہ اویس شامل تھے۔',
    } },
  { alliance: 'china-pakistan', from: 'digital', kind: 'event', place: 'Chongqing', country: 'CN',
    title: { en: '2nd Belt and Road International Skills Competition', zh: '第二届“一带一路”国际技能大赛', ru: 'II Международный конкурс навыков «Пояс и путь»', ur: 'دوسرا بیلٹ اینڈ روڈ بین الاقوامی مقابلۂ ہنر' },
    body: {
      en: 'From June 24 to 26; the source names no year.', zh: '6月24日至26日举行；来源未注明年份。', ru: 'С 24 по 26 июня; год в источнике не указан.', ur: '24 تا 26 جون؛ ماخذ میں سال درج نہیں۔',
    } },
  { alliance: 'digital-economy', from: 'sargodha', kind: 'event', on: '2025-01-01', precision: 'year',
    title: { en: 'Launching ceremony of the Digital Economy Universities Alliance', zh: '数字经济大学联盟启动仪式', ru: 'Церемония создания Альянса университетов цифровой экономики', ur: 'ڈیجیٹل اکانومی یونیورسٹیز الائنس کے آغاز کی تقریب' },
    body: {
      en: 'A newly established platform for cross-border collaboration in digital transformation across higher education institutions. Prof. Dr. Qaisar Abbas attended.',
      zh: '该联盟是新成立的平台，旨在加强高等教育机构数字化转型的跨境合作。凯萨尔·阿巴斯教授出席。',
      ru: 'Новая площадка международного сотрудничества вузов в цифровой трансформации. Присутствовал профессор Кайсар Аббас.',
      ur: 'اعلیٰ تعلیمی اداروں میں ڈیجیٹل تبدیلی کے لیے سرحد پار تعاون کا نیا پلیٹ فارم۔ پروفیسر ڈاکٹر قیصر عباس شریک ہوئے۔',
    } },
  { alliance: 'uansr', from: 'uansr', kind: 'event',
    title: { en: 'Opening ceremony of UANSR', zh: '新丝绸之路大学联盟开幕式', ru: 'Церемония открытия Университетского альянса Нового Шёлкового пути', ur: 'یونیورسٹی الائنس آف دی نیو سلک روڈ کی افتتاحی تقریب' },
    body: {
      en: 'The signing of 23 May 2015 followed it; the source does not state its day.', zh: '2015年5月23日的签约在开幕式之后举行；来源未注明开幕式日期。',
      ru: 'За ней последовало подписание 23 мая 2015 года; день самой церемонии в источнике не указан.', ur: '23 مئی 2015 کے دستخط اس کے بعد ہوئے؛ ماخذ میں اس تقریب کا دن درج نہیں۔',
    } },
  { alliance: 'sco-university', from: 'conference', kind: 'event',
    title: { en: '15th Education Week of SCO Member States', zh: '第十五届上海合作组织成员国教育周', ru: '15-я Неделя образования государств — членов ШОС', ur: 'ایس سی او رکن ممالک کا پندرھواں ہفتۂ تعلیم' },
    body: {
      en: 'Under the theme «Education without Borders». Zhang Liqun reported on it at the ministers’ meeting; the source states neither its days nor its place.',
      zh: '主题为“教育无国界”。张立群在部长会议上通报了有关情况；来源未注明日期和地点。',
      ru: 'Тема: «Образование без границ». Чжан Лицюнь рассказал о ней на совещании министров; дни и место в источнике не указаны.',
      ur: 'موضوع: ”تعلیم بلا سرحد“۔ ژانگ لیچون نے وزراء کے اجلاس میں اس کی پیش رفت بتائی؛ ماخذ میں اس کے دن اور مقام درج نہیں۔',
    } },
  { alliance: null, from: 'sargodha', kind: 'event',
    title: { en: 'Joint Lithium Battery Research Centre inaugurated', zh: '联合锂电池研究中心揭牌', ru: 'Открыт Совместный центр исследований литиевых аккумуляторов', ur: 'لیتھیم بیٹری کے مشترکہ تحقیقی مرکز کا افتتاح' },
    body: {
      en: 'The University of Sargodha and Zaozhuang School of Technology inaugurated it jointly; the source does not state the day.',
      zh: '萨戈达大学与 Zaozhuang School of Technology 共同揭牌；来源未注明日期。',
      ru: 'Центр совместно открыли Университет Саргодхи и Zaozhuang School of Technology; день в источнике не указан.',
      ur: 'یونیورسٹی آف سرگودھا اور Zaozhuang School of Technology نے مل کر اس کا افتتاح کیا؛ ماخذ میں دن درج نہیں۔',
    } },
]
