/** What `--help` prints, in Chinese and in English; USAGE.md says the same at length. */

/** The Chinese part alone, for a command that was given wrongly. */
export const chineseHelp = `用法：npm run --silent review -- <文件、文件夹或通配符 …> [选项]

复核项目支出绩效自评表，不需要 Excel。能读 .xlsx、.xlsm、.xls、.et、.xlsb、.ods、.fods、Word 表格
（.docx）、网页表格和 CSV，看内容不看后缀。文件夹连同下级文件夹一起找，跳过 ~$ 等临时文件。
  --json            输出 JSON（格式版本 1，见 USAGE.md）
  --html <文件>     另存一个网页：汇总、图、雷同、每张表的得分情况表、问题和结论；
                    表多时分页，各页在旁边的“<文件名>.files”里，目录可以查找
  --xlsx <文件>     另存一个汇总工作簿：同样的内容，带公式、筛选和图表
  --out <文件夹>    另存复核稿：写入应得分、偏差说明草稿和标记；原文件不动
                    只有一个输入文件时，也可以写成 --out <复核稿.xlsx>
  --sheets          复核稿里再加三张表：自评复核报告、底稿、附表（要和 --out 一起用）
  --clean           不复核，只另存干净副本：去掉记录、标记和加载项留下的部分，可以发回单位（要和 --out 一起用）；
                    只写在还没有文件的位置，已有的不覆盖
  --rubric <规则>   用这套规则（内置规则的编号，或规则 JSON 文件）；不写则按每张表自己的特征认定
  --adopt           采用随文件带来的复核决定、规则和列的对应（只用于复核人自己的文件）；不写则只报有几项
  --letter <位置>   另写退回修改通知（Word）：文件夹，一个文件一封（加 --per-unit 一个单位一封）；.docx 文件名，全部写成一封
  --template <文件> 函用自己的模板：Word 文件，或工作簿里有【问题】的一张表（要和 --letter 一起用）
  --slot <名=内容>  填函里空着的【】，可以写几个：--slot 期限=2026年3月20日 --slot 联系人=李某
  --against <首次>  和首次的文件（文件、文件夹或通配符）对照：退回的每一项是已改、未改、有答复，还是新出现
  --jobs <N>        同时复核几个文件；不写则看机器
  --shard <i/n>     只复核第 i 份，共 n 份：一个大文件夹分给几台机器（要和 --results 一起用）
  --results <文件>  这一份的结果，.jsonl
  --merge           给出的是各份的结果：汇总成和一次做完一样的网页、工作簿和 JSON
  --resume          接着上次没做完的做（要和 --html、--xlsx 或 --out <文件夹> 一起用）
  --overwrite       换掉本工具在这台机器上写的、后来没有人改过的结果；别的文件从不覆盖
  --time            网页里写上生成时间（不写时，同样的输入总是同样的字节）
  --debug           程序自己出错时显示细节
  --help, -h        显示本说明

按 Ctrl-C 停止：已完成的留下，没有写了一半的文件；用同样的命令加 --resume 继续。
退出码：0 没有 P0 问题；1 有 P0 问题；2 有文件读不了、写不了，或命令有误；3 程序自己出错；130 中途停止。`;

const englishHelp = `Usage: npm run --silent review -- <files, folders, globs …> [options]

Reviews self-evaluation forms (项目支出绩效自评表) without Excel. Reads .xlsx, .xlsm, .xls, .et,
.xlsb, .ods, .fods, tables of Word (.docx), web pages and CSV, by content and not by name. Folders are searched to any
depth; temporary and lock files (~$…) are skipped.
  --json            print JSON (version 1, see USAGE.md)
  --html <file>     write one page: summary, charts, shared text, and each form's tables, findings and conclusion;
                    with many forms an index to search, its pages in <name>.files beside it
  --xlsx <file>     write a summary workbook: the same, with formulas, filters and a chart
  --out <folder>    write reviewed copies with scores, drafted notes and marks; originals stay untouched
                    with a single input file also --out <copy.xlsx>
  --sheets          add three sheets to the copies: report, workpaper and tables of the form (with --out)
  --clean           review nothing; write clean copies without records, marks and parts of add-ins (with --out),
                    only where no file is yet
  --rubric <rules>  score by these rules (id of a built-in profile, or a JSON file); else each form's own are inferred
  --adopt           take up the decisions, rules and columns that came with a file (a reviewer's own); else only counted
  --letter <place>  write letters (Word) that return forms to their unit: a folder for one a file (with --per-unit one
                    a unit), a .docx for one about all forms
  --template <file> your own text for them: a Word file, or a workbook with a sheet that has 【问题】 (with --letter)
  --slot <name=…>   what fills a 【slot】 of them; may be given several times
  --against <first> compare with the files of the first round (file, folder or glob): each point mended, unchanged,
                    answered or new
  --jobs <N>        how many files at once; by default as the machine allows
  --shard <i/n>     review only the i-th of n shares: a large folder on several machines (with --results)
  --results <file>  the results of this share, .jsonl
  --merge           the paths are results of shares: write the page, workbook and JSON that one run would have written
  --resume          go on where an earlier run stopped (with --html, --xlsx or --out <folder>)
  --overwrite       replace results that this tool wrote here and nobody touched since; nothing else, ever
  --time            say in the page when it was made (without it, the same input always gives the same bytes)
  --debug           show the details when the program itself fails
  --help, -h        print this

Ctrl-C stops: what is finished stays, no file is left half-written; repeat the command with --resume to go on.
Exit codes: 0 no P0 finding; 1 some P0; 2 something could not be read or written, or the command is wrong; 3 the
program itself failed; 130 stopped.`;

export const help = `${chineseHelp}\n\n${englishHelp}`;
