/**
 * Names of columns beside the English ones, as parts of regular expressions in lower case: Chinese as it is written on
 * both sides of the strait, and of other languages what tables of reviews and surveys in them are usually headed with.
 */

/** Whole names of texts. */
export const TEXT_WORDS = [
  '(?:用户|客户|顾客|买家|学生|学员|网友|游客|患者|住客|读者|观众|您的|原始|原|主要)?的?(?:评论|评价|点评|短评|长评|影评|书评|初评|初次评价|首次评价|内容|文本|正文|留言|句子|语句|评语|反馈|意见|建议|意见反馈|意见(?:和|与|及|或)?建议|微博|弹幕|推文|帖子|描述|感想|感受|心得|吐槽|投诉|体验|回答|消息|发言|原文|评述|备注)(?:内容|文本|正文|详情|信息|原文|中文内容)?',
  '(?:使用者|顧客|客戶)?(?:評論|評價|評語|內容|文字|留言|意見|回饋|建議|心得|原文|句子|貼文)(?:內容|文字|全文)?',
  'text ?内容|文本内容|微博中文内容|文章内容',
  // Japanese, Korean
  'レビュー(?:本文|内容|文)?|クチコミ|口コミ(?:内容)?|感想|コメント(?:内容)?|本文|ご意見|自由記述|自由回答|テキスト|ツイート|発言',
  '리뷰(?: ?내용)?|후기|댓글(?: ?내용)?|내용|의견|본문|텍스트|문장|코멘트|상품평|평가 ?내용|소감',
  // German, French, Spanish, Portuguese, Italian, Dutch
  'kommentare?|kundenkommentar|rezension(?:en)?|bewertungstext|nachricht|freitext|anmerkung(?:en)?|rückmeldung|meinung|beitrag|inhalt|satz|ihr kommentar',
  'commentaires?|votre commentaire|avis|avis client|texte|remarques?|critique|témoignage|phrase',
  'comentarios?|reseñas?|resenas?|opini[oó]n(?:es)?|texto|mensajes?|observaciones|sugerencias|frase',
  'coment[áa]rios?|opini[ãa]o|avalia[çc][ãa]o escrita|resenha|mensagem|coment[áa]rio do cliente',
  'recension[ei]|commento|commenti|testo|opinione|messaggio|recensie|opmerking(?:en)?|reactie|tekst|toelichting|bericht',
  // Slavic languages, Turkish, Swedish, Danish, Norwegian, Finnish, Indonesian, Vietnamese, Thai, Arabic, Hindi, Greek, Hebrew
  'текст(?: отзыва)?|отзывы?|комментари[йи]|сообщение|мнение|рецензия|відгук|коментар|opini[ae]|komentarz|recenzja|treść|wypowiedź|recenze|komentář|text recenze|názor',
  'yorum(?:lar)?|metin|mesaj|görüş|omdöme|kommentar(?:er)?|anmeldelse|palaute|arvostelu|ulasan|komentar|teks|bình luận|nội dung|nhận xét|ความคิดเห็น|รีวิว|ข้อความ',
  'نص|النص|تعليق|التعليق|مراجعة|المراجعة|تغريدة|टिप्पणी|समीक्षा|पाठ|σχόλιο|κριτική|κείμενο|ביקורת|תגובה|טקסט',
].join('|');

/** Parts of names of labels. */
export const SENTIMENT_WORDS = [
  '情感|情绪|标签|倾向|极性|標籤|情緒|極性|感情|ラベル|極性|감정|감성|라벨|레이블|극성',
  'stimmung|tonalität|sentiment[oi]|polarit[éàa]|polaridad|polaridade|etiqueta|étiquette|etichetta',
  'тональность|настроение|метка|класс|duygu|etiket|nastrój|wydźwięk|sentyment|المشاعر|التصنيف|भावना',
].join('|');

/** Parts of names of ratings. */
export const RATING_WORDS = [
  '评分|星级|星級|星数|打分|分数|得分|评价|满意|推荐|评级|等级|評分|評價|星數|星等|滿意|推薦|^星$',
  '評価|満足|星の数|おすすめ度|스코어|평점|별점|만족도|점수|평가|추천',
  '(?<!\\p{L})(?:bewertung|sterne|note|notes|zufriedenheit|schulnote|étoiles|etoiles|satisfaction|puntuaci[oó]n|puntaje|calificaci[oó]n|valoraci[oó]n|estrellas|satisfacci[oó]n|nota|estrelas|avalia[çc][ãa]o|satisfa[çc][ãa]o|stelle|voto|valutazione|punteggio|beoordeling|sterren|cijfer)(?!\\p{L})',
  '(?<!\\p{L})(?:оценка|рейтинг|зв[её]зды|балл|оцінка|ocena|gwiazdki|hodnocení|hvězdičky|puan|yıldız|betyg|stjärnor|arvosana|tähdet|penilaian|kepuasan|bintang|đánh giá|điểm|số sao)(?!\\p{L})',
  'คะแนน|تقييم|التقييم|रेटिंग|βαθμολογία|αξιολόγηση|דירוג',
].join('|');

/** Whole names of ids. */
export const ID_WORDS =
  '编号|序号|编码|評論id|评论id|編號|序號|番号|번호|순번|nummer|lfd ?nr|numéro|número|numero|n°|nº|номер|№|numer|číslo|sıra';

/** Whole names of categories. */
export const GROUP_WORDS = [
  '类别|分类|类目|品类|品牌|来源|主题|渠道|门店|店铺|店名|商家|商品|商品名称|产品|产品名称|部门|地区|城市|省份|酒店|电影|课程|平台|类型|領域|类別|類別|分類|產品|商品名|門市|カテゴリー?|商品カテゴリ|店舗|카테고리|분류|상품|상품명|지점|브랜드',
  'kategorie|produkt|marke|filiale|abteilung|ort|stadt|catégorie|produit|marque|magasin|ville|categor[íi]a|producto|marca|tienda|ciudad|categoria|produto|loja|cidade|prodotto|negozio|città|categorie|winkel|afdeling|категория|товар|магазин|город|kategoria|sklep|kategori|ürün|şube',
].join('|');

/** Parts of names of dates. */
export const DATE_WORDS =
  '日期|时间|時間|年月|日時|日付|投稿日|날짜|작성일|일시|일자|등록일|(?<!\\p{L})(?:datum|zeit|zeitstempel|uhrzeit|fecha|hora|marca temporal|horodateur|heure|data|ora|tijd|дата|время|tarih|zaman|tanggal|ngày|วันที่|التاريخ|दिनांक)(?!\\p{L})';
