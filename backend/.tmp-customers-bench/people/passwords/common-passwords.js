/**
 * Passwords of ten characters or more that are tried first everywhere: rows of the keyboard, counting, the words
 * "password" and "I love you" in the languages of the product. Lower case.
 */
export const COMMON_PASSWORDS = new Set(`0123456789 1234567890 12345678910 123456789a a123456789 a1234567890 1234567890a aa123456789 123456789aa abc123456789 abcd123456 abcd1234567
  abcd12345678 123456abcd 1234567abc 12345678abc 123456789abc abcdefghij abcdef123456 123456abcdef 123123123123 1231231231 1122334455 112233445566
  1357924680 9876543210 0987654321 1472583690 1472583690 7894561230 147258369a 1020304050 5201314520 1314520520 5201314521 woaini1314
  woaini520520 woaini5201314 woaini1314520 woaini123456 iloveyou123 iloveyou1234 iloveyou12 iloveyouforever 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc
  1qaz@wsx3edc q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv zaq12wsxcde3 qwertyuiop qwertyuiop123 qwerty12345 qwerty123456 qwerty1234 asdfghjkl1 asdfghjkl123
  asdfghjkl; zxcvbnm123 zxcvbnm,./ 1234qwerasdf qwerasdfzxcv password10 password11 password12 password123 password1234 password12345 password123456
  passw0rd12 passw0rd123 p@ssw0rd12 p@ssw0rd123 p@ssword123 pa$$w0rd123 mypassword passwordpassword changeme123 changeme1234 letmein1234 letmein123
  welcome1234 welcome123 admin12345 admin123456 administrator administrator1 root123456 test123456 testtest123 user123456 guest12345 superman123
  football123 baseball123 princess123 sunshine123 dragon12345 monkey12345 master12345 michael123 computer123 internet123 whatever123 trustno1234
  starwars123 tangent123 tangent1234 tangentcrm mima123456 mima123456789 wodemima123`.split(/\s+/));
