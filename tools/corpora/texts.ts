/** The invented texts of which the corpora are made. */

export const ARTICLE = `وصول أول قطار إلى محطة الزهراء

وصل أول قطار تجريبي إلى محطة الزهراء صباح اليوم، بعد انقطاع دام تسع سنوات.
وقال وزير النقل سامر الحيدروسي إن «الخط آمن وجاهز للركاب»، وأضاف أن التذاكر ستباع ابتداء من الأحد.
أما مدير المحطة نبيل الخصاونة فأكد أن العمل في الأرصفة لم ينته بعد.
`;

/** Too short for a sure guess. */
export const SHORT = 'أسعار الخضار اليوم';

/** A page as they were twenty years ago: tables, fonts, paragraphs divided by line breaks. */
export const OLD_PAGE = `<HTML DIR=RTL>
<HEAD>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=windows-1256">
<TITLE>الضفاف: إضراب في معمل النسيج</TITLE>
</HEAD>
<BODY BGCOLOR=#FFFFFF>
<TABLE WIDTH=760><TR><TD WIDTH=120 CLASS=menu><A HREF=index.htm>الرئيسية</A><BR><A HREF=local.htm>محليات</A></TD>
<TD>
<H1>إضراب في معمل النسيج</H1>
<FONT FACE="Simplified Arabic" SIZE=4>
أضرب عمال معمل النسيج في بلدة العين عن العمل أمس، احتجاجا على تأخر رواتبهم شهرين متتاليين.<BR><BR>
وقال ممثل العمال حسن الدرويش إن الإدارة &quot;وعدت ولم تف&quot;، وأضاف أن الإضراب سيستمر حتى صرف الرواتب كاملة.<BR><BR>
من جهته نفى مدير المعمل رياض الحلبي وجود أزمة مالية، مؤكدا أن الرواتب ستصرف &#1602;&#1585;&#1610;&#1576;&#1575;.
</FONT>
</TD></TR></TABLE>
</BODY>
</HTML>
`;
