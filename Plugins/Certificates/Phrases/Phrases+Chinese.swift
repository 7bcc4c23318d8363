internal import Atrium

extension Phrases {
    static let chinese = Phrases(
        "zh",
        [
            "Certificate of Completion": "结业证书",
            "This is to certify that": "兹证明",
            "has successfully completed the course": "已顺利完成以下课程",
            "Date of completion": "完成日期",
            "Valid until": "有效期至",
            "Issued by": "颁发机构",
            "Code": "验证码",
            "Verify this certificate at": "验证网址",
        ])
}
