/** What each question sounds like, in words without accents. Every cue has a weight; an intent's score is the sum of its cues. */

export const intents = [
  'campaign_info',
  'rounds_deadline',
  'how_to_submit',
  'my_status',
  'status_by_code',
  'highlighted',
  'documents',
  'contact_human',
  'subscribe',
  'unsubscribe',
  'rewards',
  'results',
  'greeting',
  'thanks',
  'out_of_scope',
] as const;
export type Intent = (typeof intents)[number];

const SK = '(?:sang kien|de tai|giai phap)';
const HS = '(?:ho so|sang kien|bai|don|de tai|giai phap)';
const ME = '(?:cua )?(?:toi|minh|em|chung toi|tui|chi|chau|con|bon em)';
const WHEN =
  '(?:bao gio|khi nao|ngay (?:nao|may|bao nhieu|gi)|may gio|luc nao|hom nao|thang (?:may|nao)|chung nao|(?:den|toi) (?:may|dau)|ngay thang nao|han nao|tuan nao)';
const HOW =
  '(?:nhu the nao|nhu nao|the nao|ra sao|lam sao|sao|kieu gi|kieu nao|cach nao|bang cach|lam the nao|lam gi)';
const WHERE = '(?:o dau|cho nao|dau|vao dau|qua dau|len dau|noi nao|cho ai|dia chi nao|o muc nao|trang nao)';
const NEWS = '(?:tin|thong bao|tin nhan|ban tin|thong tin|tin tuc|nhac|nhac han)';
const SUBMIT = '(?:nop|gui|dang ky|viet|nhap|khai|dien|lam|dang|up|trinh|chuan bi|tham gia)';
const ROUND =
  '(?:dot|ky|lan)(?: xet| nop| nhan)?(?: \\d| mot| hai| ba| nay| toi| sau| tiep(?: theo)?| moi| nao| may| cuoi)?';
const gap = (most: number) => `(?: [a-z0-9]+){0,${most}}`;

interface Cue {
  intent: Intent;
  weight: number;
  says: RegExp;
  source: string;
}

const cues: Cue[] = [];

function says(intent: Intent, weight: number, ...sources: string[]): void {
  for (const source of sources) {
    // Lines are words with a space on either side of each: a search that begins with a space is many times faster.
    const whole = source.replace(/(?<!\\|\[)\^/g, '(?<=^ )').replace(/\$/g, '(?= $)');
    cues.push({ intent, weight, source, says: new RegExp(` (?:${whole})(?= )`) });
  }
}

// ---- what the campaign is
says(
  'campaign_info',
  4,
  `(?:phong trao|chuong trinh|cuoc thi|cuoc van dong|thi dua|hoi thi|trang|page|kenh|oa|bot)${gap(10)} (?:la|lam|ve|de lam|nham|dung de lam)(?: cai)? gi`,
  `(?:the nao|nhu the nao|cai gi|gi)(?: thi)? ?(?:la|duoc goi la|duoc coi la|goi la) (?:mot )?${SK}`,
  `${SK}(?: cap [a-z]+(?: [a-z]+)?)?(?: nghia)? la (?:cai )?(?:gi|sao|the nao)`,
  `${SK} (?:phai|can) (?:moi|dat|nhu)`,
  `${SK} khac (?:gi|nhau|the nao)`,
  `(?:ai|doi tuong|nhung ai|cap nao|nguoi nao|ai la nguoi)${gap(4)} (?:tham gia|tham du|du thi|ap dung|gui|nop|viet|xet|cham)`,
  'doi tuong(?: nao| tham gia| du thi| ap dung)?',
  '(?:danh|ap dung) cho (?:ai|nhung ai|doi tuong)',
  `(?:co )?(?:duoc|the|phai|bat buoc)(?: quyen)? (?:tham gia|du thi|tham du)${gap(3)} khong`,
  `tham gia (?:duoc|co duoc|bat buoc) khong`,
  `bat buoc${gap(3)} khong`,
  `(?:phuong|quan|truong|(?:[a-z]+ )?themeentity|nhan vien|tac gia|nguoi dan|sinh vien|hoc sinh|giao vien|nguoi ngoai|doanh nghiep|can bo|vien chuc|cong chuc|nguoi lao dong|hop dong)${gap(3)} (?:co )?(?:duoc|the|phai)? ?(?:tham gia|gui sang kien|viet sang kien|du thi)`,
  'gioi thieu(?: ve)?(?: phong trao| chuong trinh)?',
  '(?:muc dich|y nghia|muc tieu|noi dung)(?: cua)? (?:phong trao|chuong trinh|cuoc thi|thi dua|viec)',
  '(?:bot|ban|ad|trang nay|page|page nay)(?: co the)? (?:lam|giup|ho tro|tra loi)(?: duoc)?(?: nhung)? ?(?:gi|viec gi|cau nao)',
  '(?:ban|bot) (?:co the )?(?:giup|lam) (?:duoc )?(?:toi |minh |em )?(?:nhung )?gi',
  'huong dan (?:sudung|su dung)|cach (?:sudung|su dung)|menu',
  `(?:thanh vien|gom|co)${gap(2)} (?:ai|nhung ai)(?: trong)? hoi dong`,
  `hoi dong${gap(6)} (?:ai|la gi|gom|lam gi|bao nhieu nguoi)`,
  `(?:dieu kien|tieu chuan|tieu chi)${gap(5)} ${SK}`,
  `(?:co phai|coi la|goi la|duoc coi la|xem la|tinh la) (?:mot )?${SK}`,
  `y tuong${gap(6)} ${SK}`,
  `${SK} (?:phai )?(?:co|dap ung|dat) (?:nhung )?(?:dieu kien|tieu chuan|tieu chi)`,
  '(?:co quan|ai|don vi)(?: nao)? (?:to chuc|phat dong|chu tri|xet|cham|duyet)',
  'keo dai|giai doan nao|tu nam nao',
  'giai doan 20\\d\\d 20\\d\\d',
);
says(
  'campaign_info',
  2.5,
  '(?:ban|bot|ad|trang nay) la (?:ai|gi)',
  '(?:cuoc thi|chuong trinh|cuoc van dong)(?: nay)?',
  'tim hieu',
  'thi dua',
  'tieu chuan|tieu chi|dieu kien',
  'ai xet|ai cham|ai duyet',
);
says('campaign_info', 1.6, `ve ${SK}`, `${SK} (?:moi )?den muc`);
says('campaign_info', 1, `giai thich`, 'la gi', 'sang tao thu do');

says(
  'campaign_info',
  3.2,
  'phong trao|thong tin ve|noi dung phong trao|y nghia',
  `${SK}(?: sang tao)?(?: thu do)? (?:thi )?la (?:nhu the nao|the nao|gi)`,
);

// ---- rounds and deadlines
says('rounds_deadline', 3.2, '^han', 'han (?:cua|cho|khoi|dot)');
says(
  'rounds_deadline',
  4,
  '(?:han|thoi han|ky han|deadline)(?: chot| cuoi| cuoi cung)?(?: de)? (?:nop|gui|nhan|dang ky)',
  'han (?:cuoi|chot|chot)(?: cung)?',
  '(?:sap |gan |da )?het han',
  'deadline|thoi han',
  '(?:ngay|han|hom|gio) (?:cuoi|chot|cuoi cung)',
  'chot (?:so|ho so|han|danh sach|ngay)|ngay chot',
  `${ROUND}${gap(4)} (?:mo|dong|ket thuc|bat dau|het|han|nhan|nop|den|toi|keo dai)${gap(3)} ${WHEN}`,
  `${WHEN}${gap(2)} (?:thi )?(?:mo|dong|bat dau|ket thuc|het|ngung|dung|nhan ho so|nhan sang kien|nop|phai nop)`,
  `(?:nop|gui|nhan|dong|mo|ket thuc|bat dau)${gap(4)} (?:den|toi|truoc)? ?${WHEN}`,
  `(?:truoc|den) (?:ngay|hom) nao`,
  '(?:ngay|hom|buoi) (?:nop|gui|nhan) (?:cuoi|cuoi cung|muon nhat)',
  `con (?:may|bao nhieu|bao lau) ?(?:ngay|gio|hom|tuan|lau)?(?: nua)?`,
  `con (?:kip|nop|nhan|gui|dot|han|thoi gian|mo)(?: ho so| sang kien| duoc)?`,
  '(?:tre|qua|lo) han',
  '(?:gia|lui|keo) han',
  `(?:may|bao nhieu|nhung|cac) (?:dot|ky)`,
  'dot (?:nao|may)',
  'dot (?:tiep theo|toi|sau|moi|ke tiep|nay)',
  `lich(?: [a-z]+)? (?:nop|nhan|xet|mo|cac dot|dot|gui)`,
  'dang (?:mo|nhan)(?: ho so| dot| sang kien)?',
  '(?:sap|da) (?:dong|mo|ket thuc)(?: chua)?',
  `(?:nay|hom nay|mai|ngay mai|bay gio|cuoi thang|cuoi tuan|tuan sau|thang sau)${gap(3)} (?:con )?(?:nop|nhan|kip|han)|(?:nop|gui)${gap(1)} (?:bay gio|hom nay|mai|luc nay)`,
);
says(
  'rounds_deadline',
  5.5,
  '(?:nop|gui)(?: [a-z]+){0,2} con (?:duoc|kip)|^(?:mai|hom nay|bay gio|ngay mai)(?: [a-z]+)? nop',
  '(?:nop|gui) (?:tre|muon|cham|sau han|qua han|bu)',
);
says(
  'rounds_deadline',
  2.5,
  'han',
  'dot \\d',
  'kip',
  'lich',
  '^dot',
  'moc thoi gian|thoi gian (?:nop|nhan|gui|xet)',
);
says('rounds_deadline', 1, WHEN, 'nop|gui', 'dot');

// ---- how to hand in
says(
  'how_to_submit',
  4,
  `(?:cach|cach thuc|huong dan|lam sao|lam the nao|lam cach nao|muon|quy trinh|thu tuc|cac buoc|buoc|trinh tu|hd|phai lam|bat dau)${gap(4)} (?:nop|gui|viet|dang ky|tham gia|dien|khai|lam ho so|trinh bay|cong nhan)`,
  `${SUBMIT}${gap(5)} ${HOW}`,
  `${SUBMIT}${gap(4)} (?:${WHERE}|bang gi|qua zalo|truc tuyen|online|ban giay|ban cung|tren app|tren zalo)`,
  `(?:nop|gui)${gap(3)} (?:truc tuyen|online|ban giay|ban cung|qua mang|truc tiep|qua zalo|qua mail|qua email)`,
  `(?:can|gom|bao gom|phai co|chuan bi|yeu cau|thieu|kem)${gap(4)} (?:gi|nhung gi|giay to|giay|tai lieu nao|chung tu|chu ky|minh chung)`,
  'thanh phan ho so|bo ho so|mau (?:so|nao|gi|don)',
  `(?:phan|muc) [a-z ]{2,30} (?:ghi|viet|dien|khai) ?(?:sao|gi|the nao|nhu the nao|ra sao)?`,
  `(?:huong dan|cach) (?:nop|gui|viet|dien|khai|lam|trinh bay)`,
  `(?:bam|an|nhan|vao|chon)${gap(2)} (?:dau|nut nao|muc nao|cho nao)${gap(3)} (?:nop|gui|viet)`,
  'cac buoc(?: thuc hien| nop| lam)?',
  '(?:mau|bieu mau|form|file mau)(?: [a-z]+)? (?:don|bao cao|sang kien|nao|dang ky|mo ta|sk|ho so)',
  `(?:xin|tai|lay|cho|co)${gap(3)} (?:mau|bieu mau|form)`,
  '(?:tep|file|anh|hinh|tai lieu)(?: [a-z]+)? (?:dinh kem|toi da|minh chung)|dinh kem',
  `(?:sua|chinh sua|rut|huy|xoa|thay doi|cap nhat|bo sung|doi)(?: lai)? (?:ho so|sang kien|bai|don|noi dung|ten)`,
  `(?:sua|rut|chinh sua)${gap(3)} (?:ho so|sang kien|bai)`,
  `viet${gap(5)} (?:phan|muc|diem moi|tinh moi|bien phap|ket qua|hieu qua|mo ta|bao cao)`,
  `(?:dong tac gia|ty le(?: dong gop)?|nhieu tac gia|chung tac gia|may tac gia|\\d tac gia)`,
  `(?:co )?(?:can|phai|bat buoc)${gap(2)} (?:nop|ky|dong dau|xac nhan|chu ky|minh chung|ban giay|in)`,
  `nop${gap(4)} (?:duoc|dc) (?:khong|may|bao nhieu)`,
  `(?:chua|khong) co minh chung`,
  'nop chung|nop thay|nop ho|nop giup|nop them',
  '(?:viet|soan|tao)(?: mot)? (?:sang kien|ho so|bai|bao cao)',
  '(?:muon|dinh) (?:nop|gui|viet|dang ky|tham gia)',
  'thu tuc (?:nop|cong nhan|xet|dang ky|sang kien)',
  'minh chung',
  '(?:viet tiep|ban nhap|tao moi|ho so moi|sang kien moi)|bao nhieu (?:trang|chu|tu)',
);
says(
  'how_to_submit',
  6,
  '(?:da )?(?:nop|gui)(?: roi| xong| lai)?(?: co| thi)? (?:sua|rut|chinh sua|doi|huy)',
);
says(
  'how_to_submit',
  2.5,
  'giay to|tai lieu chung minh|ban giay|chu ky|mau don|bieu mau|diem moi|tinh moi|chung minh hieu qua',
  `(?:nop|gui) ${HS}`,
  `(?:nop|gui)${gap(2)} (?:dau|sao)`,
  'huong dan|cach|quy trinh|cac buoc',
  'don yeu cau',
  'nop truc tuyen|tac gia',
);
says('how_to_submit', 1, 'nop|gui|viet', 'can', HOW, 'duoc khong');

// ---- my dossiers
says(
  'my_status',
  4,
  `(?:tinh trang|trang thai|tien do|tinh hinh)(?: xu ly)?(?: (?:cua )?${HS})?`,
  `(?:kiem tra|tra cuu|theo doi|xem|coi|check)(?: lai| giup| ho| tinh trang| tien do| trang thai| em| toi| minh| ket qua| cac| danh sach)* (?:ho so|sang kien ${ME}|bai ${ME}|don ${ME}|cac ho so|hs)`,
  `${HS} ${ME}${gap(4)} (?:den dau|toi dau|dau roi|the nao|sao roi|sao|ra sao|duoc chua|chua|duyet|nhan|xong|tiep nhan|ket qua|dat|o dau|bi|co|xet|qua|tra|duoc)`,
  `${HS}(?: [a-z]+){0,3} (?:da )?nop${gap(5)} (?:chua|sao|the nao|den dau|khong thay|chua thay|dau)`,
  `(?:xac nhan|duyet|tiep nhan|tra lai|nhan duoc)${gap(3)} (?:cho )?(?:toi|em|minh)(?: [a-z]+){0,2} (?:chua|khong)`,
  `(?:toi|em|minh)${gap(3)} (?:thieu|bo sung|phai sua|bi tra|bi loai|can sua)${gap(4)} (?:gi|khong|nua)`,
  `(?:nop|gui) (?:roi|xong)${gap(4)} (?:chua|sao|khong)`,
  `(?:da )?(?:nop|gui|bo sung) (?:roi|xong|lai roi)`,
  `(?:xu ly|xet|duyet|giai quyet)(?: [a-z]+)? (?:den dau|toi dau|xong chua|chua)`,
  `(?:den|toi) dau roi`,
  `${HS}${gap(3)} (?:den|toi) (?:dau|buoc nao|khau nao)|dang o (?:dau|buoc nao|khau nao)`,
  `(?:da co ai|co ai) (?:xem|duyet|nhan)`,
  `(?:bi )?tra (?:ve|lai)`,
  `(?:bi )?tra lai (?:ho so|sang kien|bai)`,
  `chua (?:thay|co|nhan duoc)${gap(2)} (?:tra loi|phan hoi|hoi am|xac nhan|gi)`,
  `(?:ho so|sang kien|bai)(?: [a-z]+){0,2} (?:da )?(?:duoc )?(?:tiep nhan|duyet|nhan|xac nhan)${gap(2)} chua`,
);
says('my_status', 5, `ket qua ${HS} (?:cua )?(?:toi|em|minh)`);
says(
  'my_status',
  4,
  `bo sung (?:nhung )?gi`,
  `${HS}${gap(2)} (?:can|phai|con) bo sung (?:gi|nhung gi|khong)`,
  `(?:toi|em|minh) (?:da )?(?:nop|gui) (?:nhung gi|cai gi|may)|da nhan (?:duoc )?${HS}(?: [a-z]+)? chua`,
  `danh sach ${HS} cua (?:toi|em|minh)`,
);
says(
  'my_status',
  3,
  `${HS} cua (?:toi|minh|em|tui|chung toi)`,
  `(?:sang kien|ho so|bai) (?:toi|em|minh) (?:nop|gui|viet|da)`,
  '(?:duyet|xet|xong|nhan) chua',
  'ho so da nop',
);
says('my_status', 1, `${HS} (?:toi|minh|em)`, 'da nop', 'ho so', 'ket qua chua');

// ---- one dossier by its code
says('status_by_code', 6, 'codeentity');
says(
  'status_by_code',
  5,
  `(?:tra|tra cuu|kiem tra|xem|tim|nhap|theo|bang|co|go)${gap(3)} ma(?: ho so| so| sang kien| hs)?`,
  '^(?:ma|ma ho so|ma so)(?: (?:cua )?(?:toi|em|minh))?$',
);

// ---- highlighted initiatives
says(
  'highlighted',
  4,
  'tieu bieu|noi bat|dien hinh|guong (?:mau|dien hinh|tieu bieu)',
  `(?:xem|doc|tham khao|vi du|hoc tap|tim|tim kiem|cho|muon|kham pha|gioi thieu)${gap(4)} ${SK}(?: cua [a-z]+ [a-z]+| [a-z]+)? (?:hay|khac|cua nguoi khac|mau|tot|moi|da duoc|dat|nao)`,
  `(?:tham khao|vi du|hoc hoi|hoc tap)${gap(4)} ${SK}`,
  `${SK}${gap(4)} (?:tham khao|hoc tap|hoc hoi)`,
  `${SK} (?:nao )?(?:ve|lien quan|thuoc linh vuc|linh vuc|trong linh vuc|mang|chu de)`,
  `${SK} hay|${SK}(?: nao)? (?:dat giai|duoc giai|doat giai|xuat sac)`,
  'titleentity',
  `${SK} (?:cua )?(?:cac )?(?:unitentity|truong|phuong|phong)`,
  `(?:unitentity|truong|phuong|quan|khoi [a-z]+)${gap(4)} (?:co|lam)(?: nhung| cac)? ${SK}`,
  `(?:co|nhung|cac|may)${gap(1)} ${SK} nao`,
  'mo hinh(?: hay| moi| tot)?',
  `${SK} (?:cua )?themeentity|${SK} ve themeentity`,
  `themeentity${gap(3)} ${SK}`,
);
says(
  'highlighted',
  2.5,
  `vi du|tham khao`,
  `${SK} gi`,
  `${SK}${gap(3)} themeentity`,
  `${SK}${gap(2)} unitentity`,
);
says('highlighted', 1, 'hay', 'themeentity', 'co gi');

// ---- guiding documents
says('documents', 6, 'docentity');
says(
  'documents',
  5,
  '(?:cong van|van ban|quyet dinh|thong bao|ke hoach)(?: [a-z]+){0,2} (?:ve|don doc|so|huong dan|cua|nam|nao|o dau|thanh lap|ban hanh|chi dao|lien quan)',
);
says(
  'documents',
  4,
  'van ban|cong van|thong tu|nghi dinh|quy che|can cu(?: phap ly)?|phap ly|phap luat|luat|dieu le|chi thi',
  'ke hoach',
  `quyet dinh(?: ve| thanh lap| ban hanh| kien toan| nao| khen thuong| so| cong nhan)?`,
  `quy dinh(?: ve| xet| danh gia| nao| cua| gi| cong nhan| cham diem)?`,
  'tai lieu (?:huong dan|quy dinh|phap ly|lien quan|tham khao|chi dao)',
  'huong dan so|bao cao tong ket',
);
says('documents', 1, 'tai|file|xin', 'huong dan', 'tai lieu');

// ---- a person
says('contact_human', 5, 'goi dien|dien cho|goi (?:dien )?cho ai');
says(
  'contact_human',
  4,
  'tro giup|giup (?:toi|em|minh) voi',
  `(?:gap|noi chuyen|trao doi|chat|ket noi|goi|hoi|nhan tin)(?: truc tiep)?${gap(3)} (?:nguoi|can bo|nhan vien|chuyen vien|phu trach|admin|lanh dao|nguoi that|thuong truc|hoi dong|dong chi|anh chi)`,
  'nguoi that|nguoi phu trach|chuyen vien|can bo phu trach|nhan vien ho tro|tong dai|tu van vien',
  'so dien thoai|dien thoai|hotline|duong day nong|so may|(?:xin|cho)(?: [a-z]+)? so$|email|gmail',
  'lien he|lien lac|so lien he',
  '(?:goi|hoi|tim|gap)(?: cho)? ai|hoi o dau|goi (?:so nao|dau|lai)',
  `(?:dia chi|tru so|van phong|phong kinh te|co quan|thuong truc)${gap(4)} (?:o dau|cho nao|la gi|dau|nao)`,
  '(?:gio|thoi gian|lich) lam viec|lam viec (?:may gio|luc nao|thu may|khong|den may gio)',
  'ai (?:phu trach|tra loi|ho tro|truc|quan ly|giup)',
  'ho tro(?: truc tiep)?|tu van',
  'khieu nai|gop y|phan anh|kien nghi|thac mac',
  'toan may|may tra loi|tra loi tu dong|robot',
  'gap nguoi|gap (?:ad|admin|truc tiep)|(?:can|muon) (?:noi chuyen|gap|trao doi)',
);
says('contact_human', 2.5, 'dia chi', 'so dt', 'unitentity (?:o dau|so may)', 'truc tiep');

// ---- news by Zalo
says(
  'subscribe',
  6,
  `(?:dang ky|muon|bat|bat lai|mo|mo lai|tiep tuc|cho|xin|van|thich)${gap(4)} (?:nhan|theo doi|dang ky)(?: lai)? ${NEWS}`,
  `(?:bat|mo|bat lai|mo lai)(?: lai)? ${NEWS}`,
  `^(?:toi )?(?:nhan|theo doi|dang ky)(?: lai)? ${NEWS}`,
  `(?:nhac|bao|nhan|thong bao)(?: tin)?(?: cho)?(?: giup)? (?:toi|em|minh|voi)${gap(2)} (?:khi|luc|truoc|neu|voi|nhe|biet|som)`,
  `(?:khi nao|khi|luc nao|neu|bao gio)? ?(?:co|mo)${gap(4)} (?:thi )?(?:nhan|bao|nhac|thong bao)(?: tin)?(?: cho)? (?:toi|em|minh)`,
  `^(?:dang ky|bat dau lai)(?: lai)?$|^(?:toi )?(?:muon )?nhan tin$`,
);
says(
  'subscribe',
  6,
  '(?:muon|cho|duoc) (?:[a-z]+ ){0,2}(?:nhac|bao tin|thong bao)(?: toi| em| minh)? (?:han|nop|truoc|khi)',
  '(?:dang ky|nhan) (?:tin )?nhac',
);
says('subscribe', 2.5, `nhan (?:tin|thong bao|ban tin|thong tin)`, 'theo doi (?:tin|trang|page)');

const STOP = '(?:dung|stop|ngung|ngat|huy|thoi|tam dung|cham dut|unsubscribe|end|quit)';
says(
  'unsubscribe',
  8,
  `^(?:(?:xin|lam on|vui long|thoi|toi muon|cho toi|da|oi|u|hay|em|ban|ad|hoan toan|may|bot) )*${STOP}(?: (?:lai|di|ngay|luon|nhe|a|nha|het|giup|cho|toi|em|minh|hoan toan|dung|stop|voi|ad|ban|oi|thoi|nhan|hom nay))*$`,
  `(?:khong|chang|khoi|chan|het|dung|ngung|ngat|thoi|huy|tat|bo|tam dung|stop|go|cham dut)(?: lai| viec| muon| can| thich| dang ky| tu dong| toi| cac| kenh| ngay)*(?: nhan| gui| theo doi| nhac)?(?: nhan)?(?: cac| moi| nhung)? (?:${NEWS}|dang ky)(?! han| ho so| duoc)`,
  `(?:dung|thoi|ngung|dung co|khong can|cam|xin dung|khong muon|thoi dung)(?: [a-z]+){0,2} (?:nhan|gui|nhan tin|lam phien|spam|nhac|quang cao)(?: [a-z]+){0,4} (?:nua|toi|em|minh)`,
  `(?:huy|bo|go) (?:dang ky|theo doi|quan tam)`,
  `(?:dung|ngung|thoi|tat|huy)(?: viec)? (?:gui|nhan|nhac)(?: tin| thong bao)?(?! ho so| sang kien| bai)(?: [a-z]+){0,2}$`,
  'lam phien|spam|^block|chan trang|phien qua',
);

// ---- rewards
says(
  'rewards',
  4.5,
  '(?<!binh |thong )thuong(?! truc| xuyen| ky| nien| tru| thi| vu| binh| lam)',
  'khen(?: thuong)?|giay khen|bang khen|tien thuong|phan thuong|giai thuong|muc thuong|co giai',
  'quyen loi|loi ich|che do(?: [a-z]+)?|uu dai|duoc huong',
  '(?:duoc|huong|loi)(?: duoc)? (?:gi|loi gi|cai gi|nhung gi)(?: khong)?$',
  'co loi',
  'chien si thi dua|danh hieu|lao dong tien tien',
  'giay chung nhan|trao giai|le trao|vinh danh|bang sang kien',
  '(?:cong|tinh|them) diem|nang luong|tang luong',
  'duoc (?:bao nhieu )?tien|bao nhieu tien|tien khong|tro cap sang kien|thu lao',
);
says('rewards', 1, 'bao nhieu', 'tien', 'tap the|ca nhan');

// ---- results
says(
  'results',
  4,
  `(?:cong bo|thong bao|bao|co|biet|xem)(?: [a-z]+){0,2} (?:ket qua|kq)`,
  `ket qua(?: [a-z]+){0,3} (?:dot|nam|xet|sang kien|cong nhan|cham|danh gia|thi|khoi|quan|phong trao|chung|vong)`,
  `(?:${WHEN}|bao lau)${gap(3)} ket qua`,
  `(?:bao nhieu|may|so luong|ty le|ti le|thong ke|so lieu|tong so|tong cong|con so)${gap(6)} (?:cong nhan|bi loai|bi tu choi|khong dat|dat|trung|duoc xet)`,
  `(?:nhan|co|nop|gui|tiep nhan)(?: duoc)? (?:bao nhieu|may) ${HS}`,
  `(?:thong ke|so lieu|tong so|ty le|ti le)|so luong ${HS}|so ${HS} (?:duoc|da|bi)`,
  `(?:cong nhan|dat|loai)${gap(2)} (?:bao nhieu|may)`,
  `danh sach${gap(4)} (?:cong nhan|dat|trung|duoc|ket qua|duyet)`,
  'tong ket(?: phong trao| nam)?',
  `${SK}(?: nao)? (?:da )?(?:duoc cong nhan|dat)(?: nam| dot| cap)`,
);
says(
  'results',
  4.5,
  `(?:ai|nhung ai|don vi nao|truong nao|phuong nao|${SK} nao)${gap(2)} (?:cong nhan|dat|trung)`,
);
says('results', 3, 'ket (?:qua|qa|wa)|cong bo');
says('results', 5, `so luong ${SK}`);
says('results', 1, 'cong nhan', 'bao nhieu', 'danh sach');

// ---- courtesy
says('greeting', 3, 'chao|hello|hi|alo|he lo|xin chao|good morning|hallo|halo|buoi (?:sang|trua|chieu|toi)');
says(
  'greeting',
  3,
  '^(?:ad|admin|bot|ban|shop|page|em|anh|chi|co|anh chi)(?: oi)+',
  '^(?:alo )?co ai (?:khong|o do|day|truc)',
);
says('greeting', 3, '^chao buoi (?:sang|trua|chieu|toi)');
says('thanks', 3, 'cam on|c on|thank you|xin cam on|biet on|da ta');
says(
  'thanks',
  3,
  '^(?:ok|da|vang|u|duoc roi|hieu roi|ro roi|tot qua|hay qua|tuyet voi|tuyet|phai|phai roi|hihi|tot lam|hay lam|good|great|duoc|on roi|a ra the|thich qua)(?: (?:ok|da|vang|a|em|roi|hieu|ban|ad|nhe|nha|anh|chi|lam|qua|tot|oi|duoc|luon|biet|ro|u|thoi|cam on|toi|minh))*$',
);

/** Adds up the cues heard in a line; the words that an intent rests on are its reason. */
export function listen(words: string): Map<Intent, { score: number; heard: string[] }> {
  const line = ` ${words} `;
  const scores = new Map<Intent, { score: number; heard: string[] }>();
  for (const cue of cues) {
    const match = cue.says.exec(line);
    if (!match) continue;
    const so = scores.get(cue.intent) ?? { score: 0, heard: [] };
    // Further cues of the same strength mostly hear the same words again.
    so.score = Math.max(so.score, cue.weight) + Math.min(so.score, cue.weight) * 0.25;
    so.heard.push(match[0].trim());
    scores.set(cue.intent, so);
  }
  return scores;
}

/** Every word that stands in a cue. */
export const cueWords: ReadonlySet<string> = new Set(
  cues.flatMap(({ source }) => source.match(/[a-z]{2,}/g) ?? []),
);
