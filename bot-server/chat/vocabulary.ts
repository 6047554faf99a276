/** Single words as people type them: short forms, teencode, words that only accents tell apart, and words that carry no question. */

/** Words whose accents matter: without them they would read as "dung" (stop). */
export const accented: Record<string, string> = {
  đúng: 'phai',
  ddungs: 'phai',
  d9ung1: 'phai',
  d9u1ng: 'phai',
  dùng: 'sudung',
  thường: 'thuongthuong',
  thuongf: 'thuongthuong',
};

const shortForms = `
sk=sang kien|skkn=sang kien|hs=ho so|hoso=ho so|hd=huong dan|hdan=huong dan|mc=minh chung|kq=ket qua|tb=thong bao
sdt=so dien thoai|sđt=so dien thoai|dt=dien thoai|đt=dien thoai|lh=lien he|lhe=lien he|dl=han nop|dealine=deadline|dline=deadline
ubnd=ubnd|p=phuong|ph=phuong|q=quan|tp=thanh pho|hn=ha noi|tphn=thanh pho ha noi|th=tieu hoc|mn=mam non|mamnon=mam non
qd=quyet dinh|qđ=quyet dinh|cv=cong van|kh=ke hoach|vb=van ban|tt=thong tu|nd=nghi dinh|bc=bao cao|gcn=giay chung nhan
cstd=chien si thi dua|cstdcs=chien si thi dua co so|cstđ=chien si thi dua|hdsk=hoi dong sang kien|hđsk=hoi dong sang kien
cq=co quan|dv=don vi|đv=don vi|gv=giao vien|nv=nhan vien|cb=can bo|ctrinh=chuong trinh|ct=chuong trinh|ptrao=phong trao|pt=phong trao
tthai=trang thai|ttrang=tinh trang|tgian=thoi gian|thgian=thoi gian|tg=thoi gian|tl=tra loi|rep=tra loi|ib=nhan tin|dki=dang ky|dky=dang ky
k=khong|ko=khong|kg=khong|khg=khong|kh0ng=khong|hok=khong|hem=khong|hong=khong|khum=khong|kp=khong phai|kbt=khong biet|hk=khong
dc=duoc|đc=duoc|dk=duoc|đk=duoc|đuoc=duoc|dx=duoc|duoc=duoc|r=roi|rui=roi|rùi=roi|ch=chua|chx=chua|cx=cung|cg=cung|vs=voi|vz=voi|vói=voi
j=gi|ji=gi|gj=gi|z=vay|v=vay|zậy=vay|zay=vay|vạy=vay|dj=di|nx=nua|nz=nay|ntn=nhu the nao|nhtn=nhu the nao|tn=the nao|lm=lam|lsao=lam sao|ns=noi
bh=bao gio|bjo=bao gio|bgio=bao gio|bgiờ=bao gio|baoh=bao gio|h=gio|hoi=hoi|bn=bao nhieu|bnh=bao nhieu|bnhieu=bao nhieu|bnhiu=bao nhieu|nhiu=nhieu|nh=nhieu
trc=truoc|ng=nguoi|ngta=nguoi ta|ms=moi|mik=minh|mk=minh|mh=minh|tui=toi|t=toi|tớ=toi|e=em|c=chi|ac=anh chi|ace=anh chi em|a/c=anh chi|m=minh
ad=ad|adm=admin|admjn=admin|b=ban|bạn=ban|cậu=ban|mng=moi nguoi|mấy=may|mý=may|nè=ne|ctv=cong tac vien|xg=xong|bt=biet|bit=biet|hok=khong
tks=cam on|thks=cam on|thanks=cam on|thank=cam on|thanhs=cam on|tk=tai khoan|camon=cam on|cơn=cam on|kamsa=cam on
ok=ok|oke=ok|okê=ok|oki=ok|okie=ok|okay=ok|uk=u|uhm=u|um=u|ừm=u|dạ=da|vag=vang|vâg=vang|hihi=hihi|hehe=hihi|haha=hihi
hi=hi|helo=hello|hello=hello|hallo=hello|hey=hello|hế=hello|hê=hello|alo=alo|alô=alo|allo=alo|chaof=chao
wa=qua|wá=qua|qá=qua|iu=yeu|vk=vo|ck=chong|gd=giao duc|gdđt=giao duc dao tao|gddt=giao duc dao tao|gdtd=giao duc|fb=facebook|face=facebook
lun=luon|lien=lien|oy=roi|roy=roi|ròi=roi|thui=thoi|hum=hom|hem=khong|dzay=vay|vậyy=vay|jup=giup|zup=giup|dum=giup|giùm=giup|gium=giup|hộ=giup
khthg=khen thuong|kt=khen thuong|tdkt=thi dua khen thuong|tdua=thi dua|tt=thong tin|ttin=thong tin|tbao=thong bao|nhận=nhan|nhắn=nhan
hôm=hom|cmt=binh luan|lv=lam viec|đ/c=dia chi|dchi=dia chi|mxac=xac nhan|xn=xac nhan|bs=bo sung|bsung=bo sung|dnop=da nop|ttt=tinh trang
ubmttq=mat tran|mttq=mat tran|cchc=cai cach hanh chinh|pccc=phong chay chua chay|cđs=chuyen doi so|cds=chuyen doi so|bvmt=bao ve moi truong
`;

/** A short form reads as these words. Where a form stands twice, the last one holds. */
export const shorts: ReadonlyMap<string, string> = new Map(
  shortForms
    .trim()
    .split(/[|\n]/)
    .map((pair) => pair.split('=') as [string, string]),
);

/** Words of any talk: known, but they say nothing about what is asked. */
export const fillers = new Set(
  `a ah oi o oh u uh da vang thi ma la va voi cho hoi em anh chi toi minh chung ta ban ad admin bot shop page trang nay kia do day day ay roi chua
  duoc khong co ko cua cac nhung mot hai ba vai may nhieu it lam qua rat hoi nhe nha ne nhi ha he hen di vay the thoi luon nua cung van con da dang se
  sap vua moi ai gi nao sao dau bao gio khi luc hom ngay thang nam tuan gio phut nay qua mai truoc sau tren duoi trong ngoai ben tai o den toi tu ve
  theo bang qua vao ra len xuong de vi nen neu nhu hay hoac nhung thi boi muon can phai biet hieu thay xem giup dum ho xin lam on vui long nho tra loi noi
  lai them tiep cu het xong ca moi tung cai con nguoi ong ba co chu bac chau oke ok hihi alo hello hi chao cam on kinh gui thua quy thay cac
  dung sai phai chac that su viec van de cau chi tiet ro cu the thong tin biet rang chut xiu tip minh ben don vi co quan quan
  thanh pho ba dinh zalo app mini ngay thu tuan dau cuoi nam nay nay gio hien tai hien bay nhanh som muon tre vua roi hinh
  nhu chac duoc a ak hen hong hem luon ngay lap tuc moi nguoi tat ca toan bo bi thoi nhan gap y kien dang lan thu so voi cung luc hom qua toi truoc sau
  gan day lau vay ma thay chi dong nghiep tuyet tot hay gioi sudung thuongthuong cu kieu`.split(/\s+/),
);

/** Themes and terms by the words that name them. The ids of themes are the fields of an initiative. */
export const terms: readonly { id: string; says: string }[] = [
  { id: 'admin_reform', says: 'cai cach hanh chinh|thu tuc hanh chinh|mot cua|dich vu cong' },
  { id: 'digital', says: 'chuyen doi so|cong nghe thong tin|cntt|so hoa|phan mem|tri tue nhan tao' },
  { id: 'security_order', says: 'phong chay,? chua chay|chay no|an ninh trat tu|an ninh|trat tu do thi' },
  { id: 'mass_mobilisation', says: 'dan van|mat tran|tiep cong dan|khieu nai,? to cao' },
  { id: 'environment', says: 'moi truong|rac thai|phan loai rac|cay xanh' },
  { id: 'health_social', says: 'y te|suc khoe|xa hoi|an sinh' },
  { id: 'party_work', says: 'cong tac dang|sinh hoat chi bo|dang vien|chi bo|cap uy' },
  { id: 'culture', says: 'van hoa|du lich|di san' },
  {
    id: 'education',
    says: '(?<!khoi )(?:giao duc|day hoc|giang day|hoc sinh|tre mam non|mon [a-z]+)(?! va dao tao)',
  },
  { id: 'evidence', says: 'minh chung|chung minh hieu qua|tai lieu chung minh|bang chung' },
  { id: 'novelty', says: 'diem moi|tinh moi|tinh sang tao' },
  { id: 'replicability', says: 'nhan rong|kha nang ap dung' },
  { id: 'base_emulation_fighter', says: 'chien si thi dua' },
  { id: 'capital_award', says: 'bang sang kien thu do' },
];

/** Themes by which highlighted initiatives can be told apart. */
export const themes = new Set([
  'admin_reform',
  'digital',
  'security_order',
  'mass_mobilisation',
  'environment',
  'health_social',
  'party_work',
  'culture',
  'education',
]);

/** What people also ask an office on Zalo, and what the page cannot answer. */
export const foreign = `
thoi tiet|hien mau|thua ke|hoc tap cua con|doc than|mat cap|tuyen quan|troi oi|cong an|tang luong|nghi phep|tet|xet nghiem|han su dung|hoa don|trang phuc|du hoc|chu tich|bi thu quan|thu gom|may tuoi|bao nhieu tuoi|bao nhieu (?:quan|tinh|nuoc|dan)|sang ten|giam can|trong (?:rau|cay)|an uong|cong thuc|chieu phim|troi (?:co )?(?:mua|nang|lanh|nong)|nhiet do|bao so|gia (?:vang|xang|dat|nha|dien|do la)|ty gia|chung khoan|bitcoin|xo so|lo de|so de
bong da|da bong|tran dau|phim|ca nhac|bai hat|hat cho|hat mot|karaoke|bai tho|lam tho|ke chuyen|chuyen cuoi|doan so|tu vi|boi toan|nguoi yeu|yeu (?:em|anh|ban)|(?:anh|em) yeu|nam hay nu
can cuoc|cccd|cmnd|chung minh (?:nhan dan|thu)|ho chieu|passport|visa|khai sinh|khai tu|ket hon|ly hon|tam tru|tam vang|thuong tru|ho khau|hokhau|dinh danh|vneid
so do|so hong|so dat|dat dai|nha dat|thue dat|quyen su dung dat|giay phep|cap phep|xay dung nha|phep xay|sua nha|can cuoc|doi can|thue nha|mua nha|ban nha|chung cu
thue|nop phat|phat nguoi|giao thong|bang lai|lai xe|xe may|o to|dang kiem|bien so|xe buyt|tau dien|may bay|ve tau
bao hiem|bhyt|bhxh|tro cap|luong huu|luong (?:thang|co so|toi thieu)|tien luong|chinh sach|ngheo|nguoi cao tuoi|that nghiep|vay (?:tien|von|ngan hang)|ngan hang|tai khoan|mat khau|facebook|lua dao
tuyen dung|xin viec|viec lam|ung vien|tuyen sinh|nhap hoc|lop (?:1|6|10)|vao lop|thi vao|diem thi|thi cu|thi tot nghiep|hoc phi|hoc bong|hoc them|lich hoc|thoi khoa bieu|ban tru
kham benh|benh vien|tram y te|tiem|vac xin|vaccine|covid|thuoc|bac si|suc khoe cua toi
cat dien|mat dien|cat nuoc|mat nuoc|tien dien|tien nuoc|internet|wifi|rac (?!thai)|do rac|o ga|ngap|duong (?:hong|xau|tac)|tac duong|via he|den duong|on ao|hang xom|cho (?:meo|chay rong)|cay do
cong chung|chung thuc|sao y|ly lich|ho kinh doanh|dang ky kinh doanh|kinh doanh|doanh nghiep|phi vu|bau cu|to truong dan pho|nghia vu quan su|nhap ngu
lam banh|cach nau|quan an|an (?:o dau|gi|ngon)|nau|ngon|pho bo|bun cha|nha hang|khach san|du lich (?:o|di)|mua (?:ban|sam|iphone|o dau|xe)|iphone|laptop|ship|don hang|khuyen mai|giam gia|ban hang|shopee
dich (?:giup|sang|cau)|tieng anh|viet code|python|javascript|lap trinh|lam bai tap|giai (?:toan|bai)|toan lop|chatgpt|gpt|openai|ignore|previous|prompt|instructions|system|script|select|drop table
bo qua (?:moi|cac|tat ca)? ?(?:huong dan|chi dan|lenh)|nuoc phap|nuoc my|tong thong|chien tranh|dan so|lich su viet nam|danh sach nguoi dung|mat (?:dien thoai|vi|xe|giay to)|co giao|trom|cuop|danh nhau|to giac
ket ban|dep trai|xinh|ngu ngon|an com|buon qua|chan qua|met qua|dien qua
`;
