"""Three essays on one theme, and what somebody does to a text to hand it in as another."""

import random

WINDOW = """\
上午十点，大厅里的叫号声一阵接着一阵。轮到九号窗口时，走过来的是一位戴草帽的大叔，裤脚上还沾着泥。他从布袋里倒出一堆票据，有的皱成一团，有的被雨水泡得看不清字迹。
我心里先是一沉：照这样整理下去，后面排队的人怕要等急了。可抬头看见他搓着手、满脸歉意的样子，我想起刚参加工作时师傅说过的话，柜台只有一尺宽，别让它变成一道墙。
于是我请同事先接下后面的号，自己把票据一张张摊平，按月份夹好，缺的两张替他记在便签上，写明到哪个部门去补、带什么证件、几点以前有人。大叔一边点头，一边小声念着便签上的字，生怕漏掉一个。
三天以后他又来了，这回票据整整齐齐，用橡皮筋扎成一捆。手续办完，他把草帽往怀里一夹，认真地对我说，姑娘，你那张纸条我还留着，村里谁要来办事，我就先给他看。
我忽然明白，所谓奉献并不总是惊天动地。它可以是一张便签，可以是多问的一句话，也可以是在别人手忙脚乱的时候，你没有皱眉头。"""

PHONE = """\
热线值班室没有窗户，白天晚上都亮着同样的灯。戴上耳机，这座城市的烦恼便顺着电话线涌进来：路灯坏了，井盖松了，楼上漏水，隔壁装修。
记得去年入冬的一个深夜，电话那头是个孩子，说奶奶摔倒了，家里没有别人。我一边请搭档联系急救，一边让他把门打开，把客厅的灯点亮，再拿一床被子盖在奶奶身上。他每做完一件，就回来报告一声，声音抖得厉害，却一件也没有做错。
十一分钟以后，我听见了救护员上楼的脚步。孩子忽然哭出声来，我陪着他，一直到有邻居接过话筒。摘下耳机，手心里全是汗，搭档递来半杯凉透的茶，我们谁也没有说话。
后来那家人打来电话，不为投诉，也不为求助，只想知道那天值班的是谁。按规定我们不报姓名，我就说，是值班的人。
值班的人，这几个字我越想越喜欢。灯亮着，线通着，有人在，这大概就是普通岗位上最朴素的承诺。"""

CROSSING = """\
报名做交通劝导员的时候，我以为无非是吹吹哨子、挥挥旗子。真正站到路口，才晓得早高峰的一个绿灯有多么短，短得只够一位拄拐杖的婆婆走到马路中央。
头一天我只顾盯着闯红灯的电动车，嗓子喊哑了，效果却不大。一位外卖小哥停下来对我说，你别喊，你站到斑马线那头，我们一看见红马甲，自然就慢了。我照他的话换了位置，果然省力得多。
从那以后，我学着用眼睛而不是用嗓门。看见背书包的娃娃，就往前迎两步；看见推轮椅的，就把旗子横过来，替他们多争几秒。有个司机摇下车窗，什么也没说，只是朝我竖起了大拇指。
两周的服务期很快结束，交还马甲的那天下着小雨。接班的是单位新来的年轻人，我把口袋里的喉糖留给他，又把小哥教我的窍门讲了一遍。
路口不会记得谁在那里站过，可是每一个平安走到对面的人，都是它写下的一行字。"""

SAYING = "把有限的生命投入到无限的为人民服务之中去，这是我们常常念起的一句话，也是许多前辈用一生来回答的一道题"


def shuffled(text, seed=1):
    """Return the text with its sentences in another order."""
    sentences = text.replace("\n", "").rstrip("。").split("。")
    random.Random(seed).shuffle(sentences)
    return "。".join(sentences) + "。"


def changed(text, share, seed=1):
    """Return the text with a share of its characters replaced, evenly by chance."""
    chance = random.Random(seed)
    chars = list(text)
    for place in chance.sample(range(len(chars)), round(share * len(chars))):
        chars[place] = chance.choice("春秋江湖松竹云月")
    return "".join(chars)


def pasted(text, source, share):
    """Return a text as long as ``text`` whose end is taken from the middle of ``source``."""
    size = round(share * len(text))
    start = (len(source) - size) // 2
    return text[: len(text) - size] + source[start : start + size]


def quoting(text, saying):
    """Return the text with a saying in the middle."""
    middle = len(text) // 2
    return f"{text[:middle]}“{saying}。”{text[middle:]}"
